package no.altinn.rest.representation;

/** Writes resources in one representation (rest-api.md §2). Thread-safe. */
public interface Writer {
    /** The writer of a representation. */
    static Writer of(Format format) {
        return format.isXml()
                ? new XmlResourceWriter(format.isHal())
                : new JsonResourceWriter(format.isHal());
    }

    /** One resource. */
    String write(Resource resource);

    /** A list. */
    String write(Listing listing);

    /** A single text. */
    String write(String text);

    /** A single truth value. */
    String write(boolean flag);

    /**
     * Why a request was refused.
     *
     * @param code the status and two digits
     */
    String writeError(int code, String message);
}
