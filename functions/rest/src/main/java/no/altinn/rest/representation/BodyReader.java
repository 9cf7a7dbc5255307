package no.altinn.rest.representation;

import no.altinn.platform.http.MediaType;

/**
 * Reads bodies in the four representations (rest-api.md §2), strictly or as old clients write them.
 * Thread-safe.
 */
public final class BodyReader {
    private static final String EXPECTED =
            "The Content-Type must be application/hal+json, application/hal+xml, application/json,"
                    + " application/xml or text/xml, in UTF-8.";

    /** What stands where the host found bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final boolean isLenient;

    private BodyReader(boolean isLenient) {
        this.isLenient = isLenient;
    }

    /** A reader of what the standards allow. */
    public static BodyReader strict() {
        return new BodyReader(false);
    }

    /**
     * A reader that takes JSON with names without quotation marks and texts in single ones, as
     * login clients send it.
     */
    public static BodyReader lenient() {
        return new BodyReader(true);
    }

    /**
     * Reads a body.
     *
     * @param contentType the value of the header, empty for none
     * @throws UnsupportedBody if it is of another media type or charset
     * @throws InvalidBody if there is none or it is broken
     */
    public Fields read(String contentType, String body) {
        if (body.isBlank()) {
            throw new InvalidBody("The request needs a body.");
        }
        Format format =
                MediaType.parse(contentType)
                        .flatMap(type -> Negotiation.named(type.name()))
                        .orElseThrow(() -> new UnsupportedBody(EXPECTED));
        if (body.indexOf(REPLACEMENT) >= 0) {
            throw new InvalidBody("The body must be valid UTF-8.");
        }
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        return format.isXml() ? XmlFields.read(text) : JsonFields.read(text, isLenient);
    }

    /**
     * Reads a JSON object that stands elsewhere than in the body.
     *
     * @param what what the refusal calls it, for example {@code The parameter 'x'}
     * @throws InvalidBody if it is none
     */
    public Fields readObject(String what, String text) {
        return JsonFields.readObject(what, text, isLenient);
    }
}
