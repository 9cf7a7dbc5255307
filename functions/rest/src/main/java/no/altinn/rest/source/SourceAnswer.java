package no.altinn.rest.source;

/** What a source answered, as it came. Immutable. */
public final class SourceAnswer {
    private final String mediaType;
    private final byte[] body;

    /**
     * Takes the body over: the caller changes it no more.
     *
     * @param mediaType a media type with its parameters, in printable ASCII
     * @param body up to 1 MiB
     */
    public SourceAnswer(String mediaType, byte[] body) {
        this.mediaType = mediaType;
        this.body = body;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The bytes themselves, which the caller must not change. */
    public byte[] body() {
        return body;
    }
}
