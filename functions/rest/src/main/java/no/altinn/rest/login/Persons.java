package no.altinn.rest.login;

import no.altinn.platform.profile.UserProfile;
import no.altinn.rest.access.Caller;
import no.altinn.rest.language.Language;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Persons as callers. */
final class Persons {
    private Persons() {}

    static Caller.User user(UserProfile profile, int level, Optional<Set<String>> scopes) {
        return new Caller.User(
                profile.userId(),
                OptionalInt.of(profile.partyId()),
                profile.nationalNumber(),
                Optional.empty(),
                level,
                scopes);
    }

    /** What a person reads who has chosen nothing, or what this system has not: Bokmål. */
    static Language language(UserProfile profile) {
        return profile.language().flatMap(Language::named).orElse(Language.BOKMAAL);
    }
}
