package no.altinn.rest.login;

import no.altinn.platform.profile.UserProfile;

import java.util.Optional;

/** Who persons are as users of Altinn. Implementations are thread-safe. */
public interface Profiles {
    /**
     * The user who is a person.
     *
     * @param nationalNumber eleven digits
     * @return empty when there is no such user
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    Optional<UserProfile> ofPerson(String nationalNumber);

    /**
     * The user of an id.
     *
     * @return empty when there is no such user
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    Optional<UserProfile> ofUser(int userId);
}
