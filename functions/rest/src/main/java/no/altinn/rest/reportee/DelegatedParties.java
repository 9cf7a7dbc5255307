package no.altinn.rest.reportee;

import no.altinn.rest.access.Caller;

import java.util.Set;

/** Whom users act for by roles and rights that were given in Altinn. Thread-safe. */
@FunctionalInterface
public interface DelegatedParties {
    /**
     * The ids of the parties that gave a user anything, as of now.
     *
     * @throws no.altinn.platform.client.Unavailable if the store does not answer
     */
    Set<Integer> offeredTo(Caller.User user);
}
