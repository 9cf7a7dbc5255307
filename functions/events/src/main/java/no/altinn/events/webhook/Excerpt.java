package no.altinn.events.webhook;

/**
 * The beginning of an endpoint's answer.
 *
 * @param contentType as the endpoint said it; empty if it did not
 * @param text at most 1 024 bytes in UTF-8; empty if the answer is no text
 * @param truncated whether the answer goes on
 */
public record Excerpt(String contentType, String text, boolean truncated) {}
