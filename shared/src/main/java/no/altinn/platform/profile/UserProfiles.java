package no.altinn.platform.profile;

import java.util.Optional;

/** Who Altinn's users are. Implementations are thread-safe. */
@FunctionalInterface
public interface UserProfiles {
    /**
     * The user who is a person.
     *
     * @param pid the national identity number, eleven digits
     * @return empty when there is no such user
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    Optional<UserProfile> find(String pid);
}
