package no.altinn.events.store;

/** A store, queue or bus cannot answer now; what was asked may be asked again later. */
public final class TemporarilyUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Tells what is away.
     *
     * @param what for the log, without anything from a request
     */
    public TemporarilyUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
