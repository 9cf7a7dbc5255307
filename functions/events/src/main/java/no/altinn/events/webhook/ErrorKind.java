package no.altinn.events.webhook;

import java.util.Arrays;
import java.util.Optional;

/** Why an endpoint did not take an event, by the stage at which the call ended. */
public enum ErrorKind {
    /** The host has no address, or none was found in time. */
    DNS("dns"),
    /** The address is none that may be called; nothing was sent. */
    REFUSED_ADDRESS("refused-address"),
    /** No connection was made, or none in time. */
    CONNECT("connect"),
    /** The two sides did not agree on TLS. */
    TLS("tls"),
    /** The time was up before an answer came. */
    TIMEOUT("timeout"),
    /** The connection broke off before an answer came, or carried something else than one. */
    CUT("cut"),
    /** The endpoint answered, with another status than 2xx. */
    STATUS("status");

    private final String label;

    ErrorKind(String label) {
        this.label = label;
    }

    /** As subscribers read it, for example {@code refused-address}. */
    public String label() {
        return label;
    }

    /** The kind of a label, if there is one. */
    public static Optional<ErrorKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
