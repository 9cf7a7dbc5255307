package no.altinn.rest.profile;

import java.util.Optional;

/** Finds the profiles of persons. Implementations are thread-safe. */
@FunctionalInterface
public interface Profiles {
    /**
     * The profile of a person; empty for a person who has never logged in.
     *
     * @param nationalNumber eleven digits
     * @throws no.altinn.platform.client.Unavailable if there is no answer
     */
    Optional<Profile> find(String nationalNumber);
}
