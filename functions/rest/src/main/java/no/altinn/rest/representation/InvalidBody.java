package no.altinn.rest.representation;

/** A request's body that is not what it should be; the message tells the caller why. */
public final class InvalidBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidBody(String message) {
        super(message);
    }
}
