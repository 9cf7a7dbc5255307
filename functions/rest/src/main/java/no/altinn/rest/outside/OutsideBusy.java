package no.altinn.rest.outside;

/** So many calls to a service of somebody else are under way that none is added now. */
public final class OutsideBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutsideBusy(String message) {
        super(message);
    }
}
