package no.altinn.rest.delegation;

/** A local role that cannot be kept; the message tells the caller why. */
public final class InvalidLocalRole extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidLocalRole(String message) {
        super(message);
    }
}
