package no.altinn.rest.login;

/** A user that cannot be made or changed as asked; the message tells the caller why. */
public final class InvalidUser extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidUser(String message) {
        super(message);
    }

    static InvalidUser taken() {
        return new InvalidUser("The user name is taken");
    }
}
