package no.altinn.rest.endpoint.reportee;

import java.util.Optional;

/** Numbers of persons and organisations; others are asked for nowhere. */
public final class Numbers {
    private Numbers() {}

    /** A national number: eleven digits. */
    public static Optional<String> person(String text) {
        return Optional.of(text.strip()).filter(number -> number.matches("[0-9]{11}"));
    }

    /** An organisation number: nine digits. */
    public static Optional<String> organisation(String text) {
        return Optional.of(text.strip()).filter(number -> number.matches("[0-9]{9}"));
    }
}
