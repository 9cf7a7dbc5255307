package no.altinn.events.webhook;

import no.altinn.events.webhook.places.Addressee;
import no.altinn.events.webhook.places.CallKind;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.events.webhook.places.Place;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes attempts: takes one of the endpoint's places, claims the attempt, posts the event, and
 * hands over the outcome. Thread-safe.
 */
public final class EndPointCaller {
    private static final Logger LOG = LoggerFactory.getLogger(EndPointCaller.class);
    private static final Duration UNTIL_IT_CAN_BE_MADE = Duration.ofSeconds(30);

    private final Webhook webhook;
    private final EndPointPlaces places;
    private final Clock clock;

    /** A caller of endpoints that share these places. */
    public EndPointCaller(Webhook webhook, EndPointPlaces places, Clock clock) {
        this.webhook = webhook;
        this.places = places;
        this.clock = clock;
    }

    /** Makes the attempt, or postpones it when there is no place for it. */
    public void make(EndPointAttempt attempt, CallKind kind) {
        Addressee addressee = attempt.addressee();
        places.enter(kind, addressee)
                .ifPresentOrElse(
                        place -> make(attempt, kind.timeout(), place),
                        () -> attempt.postpone(places.putOff(addressee.subscription())));
    }

    private void make(EndPointAttempt attempt, Duration timeout, Place place) {
        Optional<EndPointAttempt.Claimed> claimed;
        Optional<EndPointCall> call;
        try (place) {
            claimed = attempt.claim();
            if (claimed.isEmpty()) {
                return;
            }
            call = post(claimed.get(), timeout, place);
        }
        // The endpoint is not the reason when a store is slow, so its place is free by now.
        if (call.isPresent()) {
            conclude(claimed.get(), call.get());
        } else {
            claimed.get().postpone(UNTIL_IT_CAN_BE_MADE);
        }
    }

    private Optional<EndPointCall> post(
            EndPointAttempt.Claimed claimed, Duration timeout, Place place) {
        Instant start = clock.instant();
        Optional<WebhookRequest> request = request(claimed, start);
        if (request.isEmpty()) {
            return Optional.empty();
        }
        place.begin();
        WebhookReply reply = webhook.post(request.get(), timeout);
        Duration duration = Duration.between(start, clock.instant());
        place.end(duration, reply.succeeded());
        return Optional.of(new EndPointCall(start, duration, reply));
    }

    private static Optional<WebhookRequest> request(
            EndPointAttempt.Claimed claimed, Instant start) {
        try {
            return Optional.of(claimed.request(start));
        } catch (Unavailable e) {
            LOG.warn(
                    "An endpoint is called later, since its request cannot be made: {}",
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static void conclude(EndPointAttempt.Claimed claimed, EndPointCall call) {
        try {
            if (call.reply().succeeded()) {
                claimed.succeed(call);
            } else {
                claimed.fail(call);
            }
        } finally {
            claimed.log(call);
        }
    }
}
