package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.outbound.CallFailure;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The replies of answers and of failures, however the call was made. */
final class Replies {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String ALLOWED_RATE = "WebHook-Allowed-Rate";

    private Replies() {}

    /**
     * An answer whose head has come.
     *
     * @param header the last value that the head has under a name; empty without one
     * @param excerpt empty when the endpoint took the event
     */
    static WebhookReply answered(
            int status, UnaryOperator<String> header, Optional<Excerpt> excerpt) {
        WebhookReply reply = WebhookReply.answered(status);
        String rate = header.apply(ALLOWED_RATE);
        if (!rate.isEmpty()) {
            reply = reply.withAllowedRate(rate);
        }
        if (reply.succeeded()) {
            return reply;
        }
        WebhookReply failed = reply.withRetryAfter(header.apply(RETRY_AFTER));
        return excerpt.map(failed::withExcerpt).orElse(failed);
    }

    /** What a failing answer says. */
    static Optional<Excerpt> excerpt(UnaryOperator<String> header, byte[] body, boolean isAll) {
        return Excerpt.of(
                header.apply("Content-Type"), header.apply("Content-Encoding"), body, isAll);
    }

    /** No answer has come. */
    static WebhookReply failed(CallFailure failure) {
        return WebhookReply.failed(kind(failure.stage()), failure.words());
    }

    private static ErrorKind kind(CallFailure.Stage stage) {
        return switch (stage) {
            case LOOK_UP -> ErrorKind.DNS;
            case ADDRESS -> ErrorKind.REFUSED_ADDRESS;
            case CONNECTION -> ErrorKind.CONNECT;
            case TLS -> ErrorKind.TLS;
            case WAIT -> ErrorKind.TIMEOUT;
            case ANSWER -> ErrorKind.CUT;
        };
    }
}
