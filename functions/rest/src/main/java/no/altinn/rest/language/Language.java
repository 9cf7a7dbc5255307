package no.altinn.rest.language;

import java.util.Arrays;
import java.util.Optional;

/** A language of answers (rest-api.md §2). */
public enum Language {
    ENGLISH(1033, "en"),
    BOKMAAL(1044, "nb"),
    NYNORSK(2068, "nn");

    private final int number;
    private final String tag;

    Language(int number, String tag) {
        this.number = number;
        this.tag = tag;
    }

    /** The language that a client names by its number, such as 1044, or its tag, such as nb. */
    public static Optional<Language> named(String name) {
        return Arrays.stream(values())
                .filter(
                        each ->
                                name.equals(Integer.toString(each.number))
                                        || name.equalsIgnoreCase(each.tag))
                .findFirst();
    }

    /** The number that clients name the language by, for example 1044. */
    public int number() {
        return number;
    }

    /** The tag of BCP 47, for example {@code nb}. */
    public String tag() {
        return tag;
    }
}
