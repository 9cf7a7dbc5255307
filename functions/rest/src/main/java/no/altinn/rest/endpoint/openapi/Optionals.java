package no.altinn.rest.endpoint.openapi;

/** Names in the files: one that ends in a question mark is of a part that may be left out. */
final class Optionals {
    private Optionals() {}

    static boolean is(String written) {
        return written.endsWith("?");
    }

    static String name(String written) {
        return is(written) ? written.substring(0, written.length() - 1) : written;
    }
}
