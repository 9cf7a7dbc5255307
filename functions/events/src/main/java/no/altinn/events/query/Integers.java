package no.altinn.events.query;

/** Parameters that are whole numbers of 32 bits. */
final class Integers {
    private Integers() {}

    static int parse(String parameter, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidQuery(
                    "The '%s' parameter must be a whole number.".formatted(parameter), e);
        }
    }
}
