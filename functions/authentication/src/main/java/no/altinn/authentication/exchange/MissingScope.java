package no.altinn.authentication.exchange;

/** A good token that was issued for something else than Altinn. */
public final class MissingScope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingScope() {
        super("The token has no scope that begins with 'altinn:', nor one of a partner.");
    }
}
