package no.altinn.events.filter;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.event.AttributeText;
import no.altinn.events.filter.cesql.CesqlExpression;
import no.altinn.events.filter.cesql.InvalidCesql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads filters from JSON within bounds. Not thread-safe. */
final class FilterReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,64}");
    private static final String DATA = "data";

    private final FilterBounds bounds;

    FilterReader(FilterBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * The filters of a JSON array.
     *
     * @throws InvalidFilter if one of them is none, or they are beyond a bound
     */
    List<Filter> filters(JsonNode array) {
        return filters(array, 1);
    }

    private List<Filter> filters(JsonNode array, int depth) {
        List<Filter> filters = new ArrayList<>();
        for (JsonNode filter : array) {
            filters.add(filter(filter, depth));
        }
        return List.copyOf(filters);
    }

    private Filter filter(JsonNode filter, int depth) {
        bounds.requireDepth(depth);
        if (!filter.isObject()) {
            throw new InvalidFilter("A filter must be an object.");
        }
        if (filter.size() != 1) {
            throw new InvalidFilter("A filter names one dialect.");
        }
        Map.Entry<String, JsonNode> member = filter.properties().iterator().next();
        return filter(member.getKey(), member.getValue(), depth);
    }

    private Filter filter(String dialect, JsonNode value, int depth) {
        return switch (dialect) {
            case "exact" -> new Filter.Exact(texts(dialect, value));
            case "prefix" -> new Filter.Prefix(texts(dialect, value));
            case "suffix" -> new Filter.Suffix(texts(dialect, value));
            case "all" -> new Filter.All(list(dialect, value, depth));
            case "any" -> new Filter.Any(list(dialect, value, depth));
            case "not" -> new Filter.Not(negated(dialect, value, depth));
            case "sql" -> new Filter.Sql(expression(dialect, value));
            default ->
                    throw new InvalidFilter(
                            "Unsupported filter dialect '%s'."
                                    .formatted(AttributeText.shown(dialect)));
        };
    }

    private List<Filter> list(String dialect, JsonNode value, int depth) {
        require(value.isArray(), dialect, "a list of filters");
        requireNotEmpty(dialect, value.isEmpty());
        return filters(value, depth + 1);
    }

    private Filter negated(String dialect, JsonNode value, int depth) {
        require(value.isObject(), dialect, "a filter");
        requireNotEmpty(dialect, value.isEmpty());
        return filter(value, depth + 1);
    }

    private Map<String, String> texts(String dialect, JsonNode value) {
        require(value.isObject(), dialect, "an object of attributes and texts");
        requireNotEmpty(dialect, value.isEmpty());
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            bounds.countLeaf();
            requireAttribute(member.getKey());
            texts.put(member.getKey(), text(dialect, member.getValue()));
        }
        return texts;
    }

    private static void requireAttribute(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidFilter(
                    "'%s' is no attribute: its name has 1 to 64 lower-case letters and digits."
                            .formatted(AttributeText.shown(name)));
        }
        if (name.equals(DATA)) {
            throw new InvalidFilter("An event's data is no attribute that filters can ask for.");
        }
    }

    private String text(String dialect, JsonNode value) {
        require(value.isTextual(), dialect, "an object of attributes and texts");
        String text = value.textValue();
        requireNotEmpty(dialect, text.isEmpty());
        bounds.requireLength(text);
        if (!AttributeText.isAllowed(text)) {
            throw new InvalidFilter("Filter '%s' %s".formatted(dialect, AttributeText.RULE));
        }
        return text;
    }

    private CesqlExpression expression(String dialect, JsonNode value) {
        bounds.countExpression();
        require(value.isTextual(), dialect, "a text");
        requireNotEmpty(dialect, value.textValue().isBlank());
        try {
            CesqlExpression expression = CesqlExpression.parse(value.textValue());
            expression
                    .fault()
                    .ifPresent(
                            fault -> {
                                throw invalid(fault);
                            });
            return expression;
        } catch (InvalidCesql e) {
            throw invalid(e.getMessage());
        }
    }

    private static InvalidFilter invalid(String reason) {
        return new InvalidFilter("Invalid CESQL expression: " + reason);
    }

    private static void requireNotEmpty(String dialect, boolean isEmpty) {
        if (isEmpty) {
            throw new InvalidFilter("Filter '%s' must not be empty.".formatted(dialect));
        }
    }

    private static void require(boolean isOfType, String dialect, String type) {
        if (!isOfType) {
            throw new InvalidFilter("Filter '%s' must be %s.".formatted(dialect, type));
        }
    }
}
