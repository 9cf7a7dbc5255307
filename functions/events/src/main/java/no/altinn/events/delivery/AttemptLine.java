package no.altinn.events.delivery;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventAttributes;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.NextCall;
import no.altinn.platform.log.LogText;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * The line that the log has of an attempt. It never has the path or the query of the endpoint, a
 * key, or the answer: they may hold secrets.
 *
 * @param due when the attempt was due
 * @param next what follows it
 */
record AttemptLine(
        Delivery delivery,
        Subscription subscription,
        Event event,
        Attempt attempt,
        Instant due,
        NextCall next) {
    private static final String TRACEPARENT = "traceparent";

    /** The trace that an event came with; empty if it has none. */
    static String traceOf(Event event) {
        // To look for the word costs less than to read every event's attributes.
        return event.json().contains(TRACEPARENT)
                ? EventAttributes.of(event)
                        .find(TRACEPARENT)
                        .map(value -> value instanceof AttributeValue.Text is ? is.text() : "")
                        .orElse("")
                : "";
    }

    @Override
    public String toString() {
        StringBuilder line =
                new StringBuilder("attempt event=")
                        .append(LogText.word(event.id()))
                        .append(" subscription=")
                        .append(subscription.id())
                        .append(" delivery=")
                        .append(delivery.key().id())
                        .append(" attempt=")
                        .append(attempt.number())
                        .append(" trigger=")
                        .append(attempt.trigger().label())
                        .append(" status=")
                        .append(attempt.status());
        attempt.errorKind().map(ErrorKind::label).ifPresent(kind -> line.append(" error=" + kind));
        if (attempt.status() == 0) {
            line.append(" failure=").append(LogText.quoted(attempt.reason()));
        }
        line.append(" ms=")
                .append(attempt.duration().toMillis())
                .append(" lagMs=")
                .append(Math.max(0, Duration.between(due, attempt.at()).toMillis()))
                .append(" bytes=")
                .append(event.json().getBytes(StandardCharsets.UTF_8).length)
                .append(" host=")
                .append(LogText.word(subscription.endPoint().map(URI::getHost).orElse("")));
        String trace = traceOf(event);
        if (!trace.isEmpty()) {
            line.append(" trace=").append(LogText.word(trace));
        }
        return line.append(next).toString();
    }
}
