package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;
import no.altinn.events.subscription.SubscriptionKey;

import java.time.Instant;
import java.util.List;

/**
 * One event on its way to one subscription.
 *
 * @param eventId the event's own id, for people to read
 * @param type the event's type, its first 200 characters; empty in deliveries of earlier releases
 * @param fingerprint the subscription's, by which its store finds it at once; empty if the store
 *     needs none, and in deliveries that earlier releases have stored
 * @param created when the event was found to match
 * @param round the run through the schedule of attempts
 * @param job the id of the consumer's job that touched it last; empty if none did
 * @param permittedAt when the policy permitted it last
 * @param attempts those made so far, the first one first
 */
public record Delivery(
        DeliveryKey key,
        EventKey event,
        String eventId,
        String type,
        String fingerprint,
        Instant created,
        DeliveryState state,
        Round round,
        String job,
        Instant permittedAt,
        List<Attempt> attempts) {

    private static final int LONGEST_TYPE = 200;

    public Delivery {
        type = type.length() > LONGEST_TYPE ? beginning(type) : type;
        attempts = List.copyOf(attempts);
    }

    private static String beginning(String type) {
        // Half a surrogate pair cannot be stored.
        boolean isSplit = Character.isHighSurrogate(type.charAt(LONGEST_TYPE - 1));
        return type.substring(0, isSplit ? LONGEST_TYPE - 1 : LONGEST_TYPE);
    }

    /**
     * A delivery that begins now.
     *
     * @param fingerprint the subscription's; empty if its store needs none
     */
    public static Delivery of(
            EventKey event,
            String eventId,
            String type,
            int subscriptionId,
            String fingerprint,
            DeliveryState state,
            Instant now) {
        return new Delivery(
                DeliveryKey.of(event, subscriptionId),
                event,
                eventId,
                type,
                fingerprint,
                now,
                state,
                Round.FIRST,
                "",
                now,
                List.of());
    }

    /**
     * A delivery whose first attempt is due now, of an event without a type.
     *
     * @param fingerprint the subscription's; empty if its store needs none
     */
    public static Delivery due(
            EventKey event, String eventId, int subscriptionId, String fingerprint, Instant now) {
        return of(
                event,
                eventId,
                "",
                subscriptionId,
                fingerprint,
                new DeliveryState.Due(1, now),
                now);
    }

    /** Where its subscription is kept. A subscription's resource is that of its events. */
    public SubscriptionKey subscription() {
        return new SubscriptionKey(key.subscriptionId(), event.resource(), fingerprint);
    }

    /** The same in another state. */
    public Delivery in(DeliveryState other) {
        return new Delivery(
                key,
                event,
                eventId,
                type,
                fingerprint,
                created,
                other,
                round,
                job,
                permittedAt,
                attempts);
    }

    /** The same after other attempts. */
    public Delivery having(List<Attempt> others) {
        return new Delivery(
                key,
                event,
                eventId,
                type,
                fingerprint,
                created,
                state,
                round,
                job,
                permittedAt,
                others);
    }

    /**
     * The same in a round that begins.
     *
     * @param first the state in which it begins
     */
    public Delivery begun(DeliveryState first) {
        return new Delivery(
                key,
                event,
                eventId,
                type,
                fingerprint,
                created,
                first,
                round.next(attempts.size()),
                job,
                permittedAt,
                attempts);
    }

    /** The same, touched by a job of its consumer. */
    public Delivery touchedBy(String other) {
        return new Delivery(
                key,
                event,
                eventId,
                type,
                fingerprint,
                created,
                state,
                round,
                other,
                permittedAt,
                attempts);
    }

    /** The same, permitted by the policy at an instant. */
    public Delivery permitted(Instant at) {
        return new Delivery(
                key, event, eventId, type, fingerprint, created, state, round, job, at, attempts);
    }
}
