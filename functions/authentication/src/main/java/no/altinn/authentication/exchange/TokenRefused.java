package no.altinn.authentication.exchange;

/**
 * A token that is neither exchanged nor renewed. The message says why, for the log only, and quotes
 * nothing.
 */
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenRefused(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
