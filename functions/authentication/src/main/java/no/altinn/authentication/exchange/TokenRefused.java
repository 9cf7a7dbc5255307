package no.altinn.authentication.exchange;

/** A token that is neither exchanged nor renewed. The message says why, and quotes nothing. */
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /**
     * A token that is refused.
     *
     * @param detail what the token's sender is told
     * @param cause its message is for the log
     */
    TokenRefused(String detail, Throwable cause) {
        this(detail, cause.getMessage(), cause);
    }

    /**
     * A token that is refused.
     *
     * @param detail what the token's sender is told
     * @param logged the message, for the log
     */
    TokenRefused(String detail, String logged, Throwable cause) {
        super(logged, cause);
        this.detail = detail;
    }

    /**
     * What the token's sender is told: less than the message, if the token is not to be trusted.
     */
    public String detail() {
        return detail;
    }
}
