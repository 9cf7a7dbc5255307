package no.altinn.rest.login;

import java.time.Duration;

/** Too many logins failed with a name; for a while none is looked at. */
public final class LockedOut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    LockedOut(Duration wait) {
        super("Too many failed logins, try again later");
        this.wait = wait;
    }

    /** How long to wait; positive. */
    public Duration waiting() {
        return wait;
    }
}
