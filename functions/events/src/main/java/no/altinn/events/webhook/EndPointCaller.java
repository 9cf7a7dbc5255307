package no.altinn.events.webhook;

import no.altinn.events.webhook.places.Addressee;
import no.altinn.events.webhook.places.CallKind;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.events.webhook.places.Place;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes attempts: takes one of the endpoint's places, claims the attempt, posts the event, and
 * hands over the outcome. Thread-safe.
 */
public final class EndPointCaller {
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
        EndPointCall call;
        try (place) {
            claimed = attempt.claim();
            if (claimed.isEmpty()) {
                return;
            }
            call = post(claimed.get(), timeout, place);
        }
        // The endpoint is not the reason when a store is slow, so its place is free by now.
        conclude(claimed.get(), call);
    }

    private EndPointCall post(EndPointAttempt.Claimed claimed, Duration timeout, Place place) {
        Instant start = clock.instant();
        WebhookRequest request = claimed.request(start);
        place.begin();
        WebhookReply reply = webhook.post(request, timeout);
        Duration duration = Duration.between(start, clock.instant());
        place.end(duration, reply.succeeded());
        return new EndPointCall(start, duration, reply);
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
