package no.altinn.events.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.events.event.Attributes;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/**
 * The filters of one subscription, one or more: an event has to pass all of them. Immutable; equal
 * when the canonical texts are.
 */
public final class FilterList {
    private static final Logger LOG = LoggerFactory.getLogger(FilterList.class);

    private final String text;
    private final List<Filter> filters;

    private FilterList(String text, List<Filter> filters) {
        this.text = text;
        this.filters = filters;
    }

    /**
     * Reads what a caller asks for.
     *
     * @param array a JSON array of filters
     * @return empty if the array is
     * @throws InvalidFilter if a filter is none, or they are beyond a bound
     */
    public static Optional<FilterList> read(JsonNode array) {
        if (array.isEmpty()) {
            return Optional.empty();
        }
        FilterBounds bounds = new FilterBounds();
        String text = bounds.text(array);
        return Optional.of(new FilterList(text, new FilterReader(bounds).filters(array)));
    }

    /**
     * Reads what a store kept. A text that holds no filters that this version knows is passed by no
     * event: it must neither let through what its subscriber does not want, nor keep the
     * subscriptions beside it from being read.
     *
     * @param text as {@link #text} told it
     */
    public static FilterList stored(String text) {
        try {
            return Optional.of(Json.parse(text))
                    .filter(JsonNode::isArray)
                    .flatMap(FilterList::read)
                    .orElseGet(() -> unknown(text));
        } catch (MalformedJson | InvalidFilter e) {
            LOG.warn("The filters of a stored subscription cannot be read", e);
            return unknown(text);
        }
    }

    private static FilterList unknown(String text) {
        return new FilterList(text, List.of(new Filter.Unknown()));
    }

    /** The canonical text: JSON without white space, with all members in the order given. */
    public String text() {
        return text;
    }

    /**
     * Whether an event passes all filters.
     *
     * @param errors is told of each expression that cannot be evaluated
     */
    public boolean passes(Attributes event, FilterErrors errors) {
        for (Filter filter : filters) {
            if (!filter.passes(event, errors)) {
                return false;
            }
        }
        return true;
    }

    /** The text of the first filter that an event does not pass. */
    public Optional<String> firstNotPassed(Attributes event) {
        for (int i = 0; i < filters.size(); i++) {
            if (!filters.get(i).passes(event, FilterErrors.IGNORED)) {
                return Optional.of(json().path(i).toString());
            }
        }
        return Optional.empty();
    }

    /** The filters as a JSON array. */
    public JsonNode json() {
        try {
            return Json.parse(text);
        } catch (MalformedJson e) {
            return TextNode.valueOf(text);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilterList list && text.equals(list.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return text;
    }
}
