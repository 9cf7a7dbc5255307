package no.altinn.events.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call of an endpoint failed, by the stage that it came to. */
public enum ErrorKind {
    /** The host has no address. */
    DNS,
    /** The host has an address that is not public. */
    REFUSED_ADDRESS,
    /** No connection came about. */
    CONNECT,
    /** The endpoint has no certificate that is trusted, or speaks no TLS. */
    TLS,
    /** The endpoint did not answer in time. */
    TIMEOUT,
    /** The connection broke off before the answer. */
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
