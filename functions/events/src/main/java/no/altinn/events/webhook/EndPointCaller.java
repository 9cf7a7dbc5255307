package no.altinn.events.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes attempts: takes one of the consumer's places, claims the attempt, posts the event, and
 * hands over the outcome. Thread-safe.
 */
public final class EndPointCaller {
    private final Webhook webhook;
    private final Duration patience;
    private final Clock clock;

    /**
     * A caller of endpoints.
     *
     * @param patience how long an attempt waits in line for a place of its consumer
     */
    public EndPointCaller(Webhook webhook, Duration patience, Clock clock) {
        this.webhook = webhook;
        this.patience = patience;
        this.clock = clock;
    }

    /** Makes the attempt, or postpones it when its consumer has no free place. */
    public void make(EndPointAttempt attempt, CallBounds bounds) {
        boolean hadPlace =
                bounds.places()
                        .run(
                                attempt.consumer(),
                                patience,
                                () ->
                                        attempt.claim()
                                                .ifPresent(
                                                        claimed ->
                                                                post(claimed, bounds.timeout())));
        if (!hadPlace) {
            attempt.postpone();
        }
    }

    private void post(EndPointAttempt.Claimed claimed, Duration timeout) {
        Instant start = clock.instant();
        WebhookReply reply = webhook.post(claimed.endPoint(), claimed.event(), timeout);
        EndPointCall call =
                new EndPointCall(start, Duration.between(start, clock.instant()), reply);
        try {
            if (reply.succeeded()) {
                claimed.succeed(call);
            } else {
                claimed.fail(call);
            }
        } finally {
            claimed.log(call);
        }
    }
}
