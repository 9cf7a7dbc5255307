package no.altinn.rest.login;

/**
 * A login that is not good. The message is what the caller is told: no more than the caller knows,
 * and up to 200 printable ASCII characters.
 */
public final class LoginRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoginRefused(String message) {
        super(message);
    }

    public LoginRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** One answer for every name without this password. */
    static LoginRefused password() {
        return new LoginRefused("Invalid user name or password");
    }
}
