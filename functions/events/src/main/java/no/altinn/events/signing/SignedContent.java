package no.altinn.events.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a signature is about (Standard Webhooks, <em>Signature scheme</em>).
 *
 * @param id of the message, the same each time it is sent; without a full stop
 * @param at when it is sent; its second counts
 * @param body as it is sent
 */
public record SignedContent(String id, Instant at, String body) {
    /** The seconds since 1970, as {@code webhook-timestamp} has them. */
    String timestamp() {
        return Long.toString(at.getEpochSecond());
    }

    /** The bytes that are signed. */
    byte[] bytes() {
        return (id + "." + timestamp() + "." + body).getBytes(StandardCharsets.UTF_8);
    }
}
