package no.altinn.rest.language;

import java.util.Optional;
import java.util.function.Supplier;

/** Which language a caller is answered in (rest-api.md §2). */
public final class LanguageChoice {
    private LanguageChoice() {}

    /**
     * The language that the request asks for, else that of the caller's profile, else Bokmål.
     *
     * @param asked the parameter {@code language}; a language that is not known is not asked for
     * @param profile asked only if it counts
     */
    public static Language of(Optional<String> asked, Supplier<Optional<Language>> profile) {
        return asked.map(String::strip)
                .flatMap(Language::named)
                .or(profile)
                .orElse(Language.BOKMAAL);
    }
}
