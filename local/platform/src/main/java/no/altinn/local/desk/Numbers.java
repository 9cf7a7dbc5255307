package no.altinn.local.desk;

import no.altinn.platform.http.Problem;

/** Numbers in paths. */
final class Numbers {
    private Numbers() {}

    /**
     * The number.
     *
     * @throws Problem 404 if it is none of 32 bits
     */
    static int of(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.of(404, "There is no subscription with this id.");
        }
    }
}
