package no.altinn.platform.jose;

/** A token that is refused. The message says why, for the log only, and quotes nothing of it. */
public final class InvalidToken extends Exception {
    private static final long serialVersionUID = 1L;

    /** A token that is refused for this reason. */
    public InvalidToken(String reason) {
        super(reason);
    }

    /** A token that is refused for this reason, which came out as another exception. */
    public InvalidToken(String reason, Throwable cause) {
        super(reason, cause);
    }
}
