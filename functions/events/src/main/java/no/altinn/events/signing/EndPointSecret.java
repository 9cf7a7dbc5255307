package no.altinn.events.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * What the owner of an endpoint verifies with, as it is shown. Immutable. No record, for its text
 * would show the secret.
 */
public final class EndPointSecret {
    private final SealedKey newest;
    private final String forVerifying;
    private final String page;
    private final Optional<Instant> previousExpires;

    EndPointSecret(
            SealedKey newest, String forVerifying, String page, Optional<Instant> previousExpires) {
        this.newest = newest;
        this.forVerifying = forVerifying;
        this.page = page;
        this.previousExpires = previousExpires;
    }

    /** How the newest key signs. */
    public Scheme scheme() {
        return newest.scheme();
    }

    /** When the newest key was made. */
    public Instant created() {
        return newest.created();
    }

    /** The newest key: its secret, or its public half. */
    public String forVerifying() {
        return forVerifying;
    }

    /** The name of the public page with its Ed25519 keys; empty if it never had any. */
    public String page() {
        return page;
    }

    /** Until when an older key signs along; empty if none does. */
    public Optional<Instant> previousExpires() {
        return previousExpires;
    }

    @Override
    public String toString() {
        return "EndPointSecret[" + scheme().text() + ", " + created() + "]";
    }
}
