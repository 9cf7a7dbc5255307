package no.altinn.rest.delegation;

/** A party would have more than it may; the message tells the bound. */
public final class TooMuchGiven extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooMuchGiven(String message) {
        super(message);
    }
}
