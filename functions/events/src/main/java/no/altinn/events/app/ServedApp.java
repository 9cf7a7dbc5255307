package no.altinn.events.app;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.EndPointHealth;
import no.altinn.events.delivery.FailureCounts;
import no.altinn.events.delivery.OwnServing;
import no.altinn.events.delivery.ProbeEndPoint;
import no.altinn.events.delivery.RatePlaces;
import no.altinn.events.delivery.Readmission;
import no.altinn.events.delivery.RecentEvents;
import no.altinn.events.delivery.ReleaseHeld;
import no.altinn.events.delivery.Releases;
import no.altinn.events.delivery.Turns;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.platform.concurrent.SideBySide;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The part of the composition root that is about how subscriptions are served. */
final class ServedApp {
    private final Adapters adapters;
    private final Clock clock;
    private final ChangeServing changes;
    private final SubscriptionEvents told;
    private final Releases releases;
    private final Readmission readmission;
    private final EndPointHealth health;
    private final DeliverEvent deliver;

    /** Makes every object once, with what the whole app shares. */
    ServedApp(
            EventsSettings settings,
            Adapters adapters,
            SubscriptionIndex index,
            EndPointRequests requests,
            EndPointCaller caller,
            BestEffortLog log,
            Admission admission,
            SideBySide calls,
            Clock clock) {
        // A source of numbers, not of threads: each call takes the numbers of its own thread.
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        RecentEvents events = new RecentEvents(adapters.events(), clock);
        DeliveryLifecycle lifecycle =
                new DeliveryLifecycle(
                        adapters.deliveries(), adapters.queue(), settings.pushes(), random, clock);
        this.adapters = adapters;
        this.clock = clock;
        this.changes = new ChangeServing(adapters.subscriptions(), index);
        this.told =
                new SubscriptionEvents(adapters.events(), new SubscriptionAddress(settings.base()));
        this.releases = new Releases(adapters.queue());
        this.readmission = new Readmission(events, admission, calls);
        this.health =
                new EndPointHealth(
                        changes,
                        new FailureCounts(clock),
                        releases,
                        adapters.queue(),
                        told,
                        random,
                        clock);
        this.deliver =
                new DeliverEvent(
                        events,
                        index,
                        lifecycle,
                        requests,
                        caller,
                        new Turns(index, lifecycle, new RatePlaces(adapters.rates(), clock), clock),
                        health,
                        log);
    }

    DeliverEvent deliver() {
        return deliver;
    }

    ProbeEndPoint probe() {
        return new ProbeEndPoint(
                changes,
                adapters.deliveries(),
                readmission,
                deliver,
                health,
                adapters.queue(),
                clock);
    }

    ReleaseHeld release() {
        return new ReleaseHeld(
                adapters.subscriptions(),
                adapters.deliveries(),
                readmission,
                adapters.rates(),
                adapters.queue(),
                clock);
    }

    OwnServing own(OwnSubscriptions own, ValidateSubscription validation) {
        return new OwnServing(own, changes, releases, validation, told, clock);
    }
}
