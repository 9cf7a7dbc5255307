package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.webhook.EndPointCall;

import java.time.Instant;

/** What the delivery log keeps of deliveries that end without success. */
public final class DeliveryEntries {
    private DeliveryEntries() {}

    /** The entry of a delivery that was cancelled. */
    static LogEntry cancelled(Delivery delivery, Instant at) {
        return entry(Activity.INVALID_SUBSCRIPTION, delivery, at).build();
    }

    /** The entry of a delivery whose last attempt failed by this call. */
    static LogEntry dead(
            Delivery delivery,
            Event event,
            Subscription subscription,
            EndPointCall call,
            Instant at) {
        return entry(Activity.DEQUEUE_LIMIT_REACHED, delivery, at)
                .type(event.type())
                .consumer(subscription.consumer())
                .endpoint(subscription.addressee().endPoint().toString())
                .status(call.reply().status())
                .build();
    }

    /** The entry of a delivery that ended while its consumer fetched events. */
    public static LogEntry fetched(
            Activity activity, Subscription subscription, Delivery delivery, Instant at) {
        return entry(activity, delivery, at)
                .type(delivery.type())
                .consumer(subscription.consumer())
                .build();
    }

    private static LogEntry.Builder entry(Activity activity, Delivery delivery, Instant at) {
        return LogEntry.of(activity, at)
                .cloudEventId(delivery.eventId())
                .resource(delivery.event().resource())
                .subscriptionId(delivery.key().subscriptionId());
    }
}
