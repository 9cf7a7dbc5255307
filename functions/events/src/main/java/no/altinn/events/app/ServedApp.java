package no.altinn.events.app;

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
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidateSubscription;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The part of the composition root that is about how subscriptions are served. */
final class ServedApp {
    private final SharedParts shared;
    private final ChangeServing changes;
    private final SubscriptionEvents told;
    private final Releases releases;
    private final Readmission readmission;
    private final EndPointHealth health;
    private final DeliverEvent deliver;

    /** Makes every object once, with what the whole app shares. */
    ServedApp(SharedParts shared) {
        Adapters adapters = shared.adapters();
        SubscriptionIndex index = shared.index();
        Clock clock = shared.clock();
        // A source of numbers, not of threads: each call takes the numbers of its own thread.
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        RecentEvents events = new RecentEvents(adapters.events(), clock);
        DeliveryLifecycle lifecycle =
                new DeliveryLifecycle(
                        adapters.deliveries(),
                        adapters.queue(),
                        shared.settings().pushes(),
                        random,
                        clock);
        this.shared = shared;
        this.changes = new ChangeServing(adapters.subscriptions(), index);
        this.told = new SubscriptionEvents(adapters.events(), shared.address());
        this.releases = new Releases(adapters.queue());
        this.readmission = new Readmission(events, shared.admission(), shared.calls());
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
                        shared.signing().requests(),
                        shared.caller(),
                        new Turns(index, lifecycle, new RatePlaces(adapters.rates(), clock), clock),
                        health,
                        shared.log());
    }

    DeliverEvent deliver() {
        return deliver;
    }

    ProbeEndPoint probe() {
        Adapters adapters = shared.adapters();
        return new ProbeEndPoint(
                changes,
                adapters.deliveries(),
                readmission,
                deliver,
                health,
                adapters.queue(),
                shared.clock());
    }

    ReleaseHeld release() {
        Adapters adapters = shared.adapters();
        return new ReleaseHeld(
                adapters.subscriptions(),
                adapters.deliveries(),
                readmission,
                adapters.rates(),
                adapters.queue(),
                shared.clock());
    }

    OwnServing own(ValidateSubscription validation) {
        return new OwnServing(shared.own(), changes, releases, validation, told, shared.clock());
    }
}
