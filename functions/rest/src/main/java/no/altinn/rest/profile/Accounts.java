package no.altinn.rest.profile;

import no.altinn.rest.language.Language;

import java.util.Optional;

/** What users have chosen here. Implementations are thread-safe. */
@FunctionalInterface
public interface Accounts {
    /**
     * A user's choices; empty for a user who never made any.
     *
     * @throws no.altinn.platform.client.Unavailable if the store does not answer
     */
    Optional<Account> find(int userId);

    /**
     * A user's choices.
     *
     * @param userName the name to log in with
     * @param language the language of answers
     */
    record Account(Optional<String> userName, Optional<Language> language) {}
}
