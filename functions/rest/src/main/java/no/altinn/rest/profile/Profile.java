package no.altinn.rest.profile;

import no.altinn.rest.access.Caller;
import no.altinn.rest.language.Language;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Altinn Profile keeps of a person.
 *
 * @param userId positive
 * @param partyId positive
 * @param userName the name that the user logs in with there, if any
 * @param isReserved whether the person wants no electronic letters from authorities
 * @param language what the person reads best, if told
 */
public record Profile(
        int userId,
        int partyId,
        Optional<String> userName,
        Optional<String> mobileNumber,
        Optional<String> email,
        boolean isReserved,
        Optional<Language> language) {

    /**
     * The person as a user for whom others ask, and who is not logged in.
     *
     * @param nationalNumber the person's
     */
    public Caller.User asUser(String nationalNumber) {
        return new Caller.User(
                userId,
                OptionalInt.of(partyId),
                Optional.of(nationalNumber),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** Tells nothing of the person: persons never reach a log. */
    @Override
    public String toString() {
        return "Profile of user " + userId;
    }
}
