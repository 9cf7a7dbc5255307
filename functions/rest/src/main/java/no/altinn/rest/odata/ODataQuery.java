package no.altinn.rest.odata;

import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The query options of a request. Immutable. */
public final class ODataQuery implements ListQuery {
    private static final int MOST = 10_000;

    private final Optional<Filter> filter;
    private final Ordering ordering;
    private final OptionalInt top;
    private final int skip;

    private ODataQuery(Optional<Filter> filter, Ordering ordering, OptionalInt top, int skip) {
        this.filter = filter;
        this.ordering = ordering;
        this.top = top;
        this.skip = skip;
    }

    /**
     * Reads query options, none of which must be there.
     *
     * @throws InvalidQuery if one is not what it should be
     */
    public static ODataQuery of(
            Optional<String> filter,
            Optional<String> orderBy,
            Optional<String> top,
            Optional<String> skip) {
        OptionalInt limit = top.isPresent() ? OptionalInt.of(top(top.get())) : OptionalInt.empty();
        return new ODataQuery(
                filter.map(Filter::parse),
                Ordering.parse(orderBy.orElse("")),
                limit,
                skip.isPresent() ? number("$skip", skip.get()) : 0);
    }

    private static int top(String text) {
        int top = number("$top", text);
        if (top > MOST) {
            throw new InvalidQuery(
                    ("The limit of '%d' for Top query has been exceeded. The value from the"
                                    + " incoming request is '%d'")
                            .formatted(MOST, top));
        }
        return top;
    }

    private static int number(String option, String text) {
        if (text.strip().matches("[0-9]{1,10}")) {
            long number = Long.parseLong(text.strip());
            if (number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw new InvalidQuery(
                ("Invalid value '%s' for %s query option found. The %s query option requires a"
                                + " non-negative integer value")
                        .formatted(text, option, option));
    }

    @Override
    public boolean looksAtAll() {
        return filter.isPresent() || !ordering.isNone();
    }

    @Override
    public int skip() {
        return skip;
    }

    @Override
    public OptionalInt top() {
        return top;
    }

    @Override
    public List<Resource> of(ListType type, List<Resource> all, OptionalInt page) {
        filter.ifPresent(condition -> condition.check(type));
        ordering.check(type);
        Stream<Resource> wanted = all.stream();
        if (filter.isPresent()) {
            wanted = wanted.filter(each -> filter.get().holds(type, each.members()));
        }
        if (!ordering.isNone()) {
            // Stable: of two that are alike, the order given stays.
            wanted = wanted.sorted(ordering.of(type));
        }
        wanted = wanted.skip(skip);
        OptionalInt limit = top.isPresent() ? top : page;
        return (limit.isPresent() ? wanted.limit(limit.getAsInt()) : wanted).toList();
    }
}
