package no.altinn.events.webhook;

import no.altinn.platform.log.LogText;

/**
 * The outcome of a call of an endpoint.
 *
 * @param status the HTTP status, 0 when no answer came
 * @param reason why no answer came, at most 200 characters; empty when one came
 */
public record WebhookReply(int status, String reason) {
    private static final int MAX_REASON = 200;

    public WebhookReply {
        reason = reason.length() > MAX_REASON ? beginning(reason) : reason;
    }

    private static String beginning(String reason) {
        // Half a surrogate pair cannot be stored.
        boolean isSplit = Character.isHighSurrogate(reason.charAt(MAX_REASON - 1));
        return reason.substring(0, isSplit ? MAX_REASON - 1 : MAX_REASON);
    }

    /** The endpoint answered. */
    public static WebhookReply answered(int status) {
        return new WebhookReply(status, "");
    }

    /** No answer came. */
    public static WebhookReply failed(String reason) {
        return new WebhookReply(0, reason);
    }

    /** As a log line shows it: {@code status=503}, or {@code status=0 failure="timed out"}. */
    public String inWords() {
        return "status=" + status + (status == 0 ? " failure=" + LogText.quoted(reason) : "");
    }

    /** Whether the endpoint took the event: 2xx. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
