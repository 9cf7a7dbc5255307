package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

/** Which resources are wanted: {@code $filter}. Immutable. */
final class Filter {
    static final int LONGEST = 2_000;

    private final Expression condition;

    private Filter(Expression condition) {
        this.condition = condition;
    }

    /**
     * Reads a filter.
     *
     * @throws InvalidQuery if it is too long, too deep or no filter
     */
    static Filter parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidQuery(
                    "The filter is too long: the limit is %d characters".formatted(LONGEST));
        }
        return new Filter(new Parser(text).parse());
    }

    /**
     * Requires that the filter fits the type.
     *
     * @throws InvalidQuery if it names a member that the type has not, or compares unlike kinds
     */
    void check(ListType type) {
        condition.require(Kind.FLAG, type);
    }

    boolean holds(ListType type, Members members) {
        return condition.holds(type, members);
    }
}
