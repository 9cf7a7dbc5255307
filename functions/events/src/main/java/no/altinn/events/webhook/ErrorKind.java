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

    private final String text;

    ErrorKind(String text) {
        this.text = text;
    }

    /** As subscribers read it, for example {@code refused-address}. */
    public String text() {
        return text;
    }

    /** As stores keep it, which is as subscribers read it. */
    public String label() {
        return text;
    }

    /** The kind that subscribers read as this; empty for any other text. */
    public static Optional<ErrorKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
