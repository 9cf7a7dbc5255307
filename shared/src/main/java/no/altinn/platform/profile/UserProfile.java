package no.altinn.platform.profile;

import java.util.Optional;
import java.util.UUID;

/**
 * A person as a user of Altinn. Immutable.
 *
 * @param userId positive
 * @param userName what the user chose to be called; empty for nothing
 * @param partyId the number of the party that the person is; positive
 * @param partyUuid the same party's UUID
 * @param nationalNumber eleven digits; empty for who has none
 * @param language the tag of the language that the user chose, such as {@code nb}
 * @param contact how the user is reached
 */
public record UserProfile(
        int userId,
        String userName,
        int partyId,
        UUID partyUuid,
        Optional<String> nationalNumber,
        Optional<String> language,
        Contact contact) {

    /**
     * How a user is reached.
     *
     * @param isReserved whether the user wants no electronic letters from authorities
     */
    public record Contact(
            Optional<String> mobileNumber, Optional<String> email, boolean isReserved) {
        /** Nothing is known. */
        public static final Contact UNKNOWN =
                new Contact(Optional.empty(), Optional.empty(), false);

        /** Tells no address: addresses never reach a log. */
        @Override
        public String toString() {
            return "Contact";
        }
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "UserProfile";
    }
}
