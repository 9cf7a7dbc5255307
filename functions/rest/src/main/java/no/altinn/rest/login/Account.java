package no.altinn.rest.login;

import no.altinn.rest.language.Language;

import java.time.Instant;
import java.util.Optional;

/**
 * What this system keeps of a user.
 *
 * @param userId positive
 * @param userName what the user logs in as; empty for who has no password
 * @param organisation the number of an enterprise user's organisation; empty for a person
 * @param language of answers, where the request does not say
 * @param created when the user was kept first
 * @param stamp changes with each new password or secret, and ends logins with the one before
 * @param passwordHash the PHC string of the password or secret; empty in lists
 */
public record Account(
        int userId,
        Optional<String> userName,
        Optional<String> organisation,
        Language language,
        Instant created,
        String stamp,
        Optional<String> passwordHash) {

    /** The same user with another name. */
    Account called(UserName name) {
        return new Account(
                userId,
                Optional.of(name.text()),
                organisation,
                language,
                created,
                stamp,
                passwordHash);
    }

    /** The same user with another password, which ends the logins with the one before. */
    Account with(String newStamp, String newHash) {
        return new Account(
                userId, userName, organisation, language, created, newStamp, Optional.of(newHash));
    }

    /** Tells nothing but the id: hashes never reach a log. */
    @Override
    public String toString() {
        return "Account " + userId;
    }
}
