package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Optional;

/** A part of a filter that has a value. Immutable. */
sealed interface Expression permits Literal, Property, Call, Comparison, Logic, Not {
    /**
     * The kind of its values.
     *
     * @throws InvalidQuery if it names a member that the type has not, or compares unlike kinds
     */
    Kind check(ListType type);

    /** Its value for a resource; empty if a member that it needs is missing. */
    Optional<Object> value(ListType type, Members members);

    /** Whether it is true for a resource. */
    default boolean holds(ListType type, Members members) {
        return value(type, members).filter(Boolean.TRUE::equals).isPresent();
    }

    /**
     * Requires a kind.
     *
     * @throws InvalidQuery if it is of another
     */
    default void require(Kind kind, ListType type) {
        Kind found = check(type);
        if (found != kind) {
            throw new InvalidQuery(
                    "The filter has a value of type '%s' where one of type '%s' is expected"
                            .formatted(found.title(), kind.title()));
        }
    }
}
