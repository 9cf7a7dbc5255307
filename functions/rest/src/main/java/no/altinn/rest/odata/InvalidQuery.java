package no.altinn.rest.odata;

/** Query options that cannot be followed; the message tells the caller why. */
public final class InvalidQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidQuery(String message) {
        super(message);
    }
}
