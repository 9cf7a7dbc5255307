package no.altinn.events.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call of an endpoint failed, by the stage that it came to. */
public enum ErrorKind {
    /** The host has no address, or none was found in time. */
    DNS,
    /** The address is none that may be called; nothing was sent. */
    REFUSED_ADDRESS,
    /** No connection was made, or none in time. */
    CONNECT,
    /** The two sides did not agree on TLS. */
    TLS,
    /** The time was up before an answer came. */
    TIMEOUT,
    /** The connection broke off before an answer came, or carried something else than one. */
    CUT,
    /** The endpoint answered another status than 2xx. */
    STATUS;

    /** The name that clients and stores know, for example {@code refused-address}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a label, if there is one. */
    public static Optional<ErrorKind> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
