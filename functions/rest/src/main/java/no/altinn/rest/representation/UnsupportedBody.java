package no.altinn.rest.representation;

/** A request's body of a media type that none is read from; the message names those that are. */
public final class UnsupportedBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedBody(String message) {
        super(message);
    }
}
