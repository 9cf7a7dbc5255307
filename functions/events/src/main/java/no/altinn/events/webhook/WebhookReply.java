package no.altinn.events.webhook;

import no.altinn.platform.log.LogText;

import java.util.Optional;

/**
 * The outcome of a call of an endpoint. Immutable.
 *
 * @param status the HTTP status, 0 when no answer came
 * @param reason why no answer came, or why the one that came is no success, if its status alone
 *     does not tell; at most 200 characters
 * @param errorKind empty when the endpoint took the event
 * @param retryAfter what a failing answer's header {@code Retry-After} says, as it was sent; empty
 *     without one; at most 200 characters
 * @param allowedRate what an answer's header {@code WebHook-Allowed-Rate} says, in the same way
 * @param excerpt what a failing answer says; empty without an answer, and when it has no body and
 *     no type of one
 */
public record WebhookReply(
        int status,
        String reason,
        Optional<ErrorKind> errorKind,
        String retryAfter,
        String allowedRate,
        Optional<Excerpt> excerpt) {
    private static final int LONGEST = 200;
    private static final String REDIRECT = "redirect, not followed";
    private static final int NOT_MODIFIED = 304;

    public WebhookReply {
        reason = beginning(reason);
        retryAfter = beginning(retryAfter);
        allowedRate = beginning(allowedRate);
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        // Half a surrogate pair cannot be stored.
        boolean isSplit = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, isSplit ? LONGEST - 1 : LONGEST);
    }

    /** The endpoint answered. */
    public static WebhookReply answered(int status) {
        return new WebhookReply(
                status,
                isRedirect(status) ? REDIRECT : "",
                isSuccess(status) ? Optional.empty() : Optional.of(ErrorKind.STATUS),
                "",
                "",
                Optional.empty());
    }

    /**
     * No answer came.
     *
     * @param reason may quote the receiver; it loses control characters but tab and newline, and
     *     what may be a person's number
     */
    public static WebhookReply failed(ErrorKind kind, String reason) {
        return new WebhookReply(
                0,
                ExcerptText.harmless(reason, LONGEST),
                Optional.of(kind),
                "",
                "",
                Optional.empty());
    }

    /** The same with what {@code Retry-After} says. */
    public WebhookReply withRetryAfter(String text) {
        return new WebhookReply(status, reason, errorKind, text, allowedRate, excerpt);
    }

    /** The same with what {@code WebHook-Allowed-Rate} says. */
    public WebhookReply withAllowedRate(String text) {
        return new WebhookReply(status, reason, errorKind, retryAfter, text, excerpt);
    }

    /** The same with what the answer says. */
    public WebhookReply withExcerpt(Excerpt said) {
        return new WebhookReply(
                status, reason, errorKind, retryAfter, allowedRate, Optional.of(said));
    }

    /** As a log line shows it: {@code status=503}, or {@code status=0 failure="timed out"}. */
    public String inWords() {
        return "status=" + status + (status == 0 ? " failure=" + LogText.quoted(reason) : "");
    }

    /** Whether the endpoint took the event: 2xx. */
    public boolean succeeded() {
        return isSuccess(status);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != NOT_MODIFIED;
    }
}
