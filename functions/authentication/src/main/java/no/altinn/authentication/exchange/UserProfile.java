package no.altinn.authentication.exchange;

import java.util.UUID;

/**
 * A person as a user of Altinn. Immutable.
 *
 * @param userId positive
 * @param userName what the user chose to be called; empty for nothing
 * @param partyId the number of the party that the person is; positive
 * @param partyUuid the same party's UUID
 */
public record UserProfile(int userId, String userName, int partyId, UUID partyUuid) {

    /** Names no user. */
    @Override
    public String toString() {
        return "UserProfile";
    }
}
