package no.altinn.events.query;

import no.altinn.platform.http.Problem;

/** Parameters that are whole numbers of 32 bits. */
final class Integers {
    private Integers() {}

    static int parse(String parameter, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(
                    "The '%s' parameter must be a whole number.".formatted(parameter), e);
        }
    }
}
