package no.altinn.events.delivery;

import no.altinn.events.event.EventStore;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.webhook.EndPointCaller;

import java.net.URI;
import java.time.Clock;
import java.util.Random;

/**
 * How subscriptions are served, in one process.
 *
 * @param told takes the events about subscriptions
 */
public record SampleServing(
        SubscriptionStore subscriptions,
        SubscriptionIndex index,
        RetryQueue queue,
        EventStore told,
        Rates rates,
        Clock clock) {

    /**
     * Deliveries as these subscriptions are served.
     *
     * @param events gives the events that are pushed
     * @param requests makes their requests
     */
    public DeliverEvent deliver(
            EventStore events,
            DeliveryLifecycle lifecycle,
            EndPointRequests requests,
            EndPointCaller caller,
            BestEffortLog log) {
        return new DeliverEvent(
                new RecentEvents(events, clock),
                index,
                lifecycle,
                requests,
                caller,
                new Turns(index, lifecycle, new RatePlaces(rates, clock), clock),
                health(),
                log);
    }

    /** The health of the endpoints. */
    EndPointHealth health() {
        return new EndPointHealth(
                changes(),
                new FailureCounts(clock),
                new Releases(queue),
                queue,
                events(),
                new Random(1),
                clock);
    }

    /** Changes of the subscriptions. */
    ChangeServing changes() {
        return new ChangeServing(subscriptions, index);
    }

    /** What consumers are told. */
    SubscriptionEvents events() {
        return new SubscriptionEvents(
                told, new SubscriptionAddress(URI.create("https://platform.example/")));
    }
}
