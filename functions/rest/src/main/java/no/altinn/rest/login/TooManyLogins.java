package no.altinn.rest.login;

/** So many log in at this moment that one more would wait for too long. */
public final class TooManyLogins extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLogins() {
        super("Too many log in at this moment, please try again");
    }
}
