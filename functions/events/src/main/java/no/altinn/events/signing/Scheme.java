package no.altinn.events.signing;

import java.util.Arrays;
import java.util.Optional;

/** How calls are signed, by the names of Standard Webhooks. */
public enum Scheme {
    /** HMAC with SHA-256 and a secret that both sides know. */
    V1("v1"),
    /** Ed25519, whose public key anybody may know. */
    V1A("v1a");

    private final String text;

    Scheme(String text) {
        this.text = text;
    }

    /** The scheme that clients call so; empty if there is none. */
    public static Optional<Scheme> of(String text) {
        return Arrays.stream(values()).filter(scheme -> scheme.text.equals(text)).findFirst();
    }

    /** As clients call it. */
    public String text() {
        return text;
    }
}
