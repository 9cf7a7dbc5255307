package no.altinn.rest.odata;

import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.OptionalInt;

/** Which of a list's resources a caller wants, and in which order. Immutable. */
public interface ListQuery {
    /** Whether the caller filters or sorts, so that all resources must be looked at. */
    boolean looksAtAll();

    /** How many to leave out at first; 0 if the caller does not say. */
    int skip();

    /** How many are wanted at most, 0 to 10 000. */
    OptionalInt top();

    /**
     * The wanted ones.
     *
     * @param type the resources' type, which knows the names that may be filtered by
     * @param all every resource in the usual order
     * @param page how many are given where the caller says nothing; empty for all
     * @throws InvalidQuery if the caller names a member that the type does not have
     */
    List<Resource> of(ListType type, List<Resource> all, OptionalInt page);
}
