package no.altinn.platform.http;

/**
 * The request's body was asked for and has not come yet. A host may call a function as soon as it
 * has the head of a request; a function that can answer by the head alone does so, and a function
 * that asks for the body ends with this exception and is called again, from its start, when the
 * body is there. The Functions host of Azure calls once, with the body.
 */
public final class BodyAwaited extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace, since this is no failure. */
    public BodyAwaited() {
        super("The body has not come yet.", null, false, false);
    }
}
