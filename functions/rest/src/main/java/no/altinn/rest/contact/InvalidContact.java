package no.altinn.rest.contact;

/** Contact information that cannot be kept; the message tells the caller why. */
public final class InvalidContact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidContact(String message) {
        super(message);
    }
}
