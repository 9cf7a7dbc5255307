package no.altinn.simulation.process;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.EndPointHealth;
import no.altinn.events.delivery.FailureCounts;
import no.altinn.events.delivery.OwnServing;
import no.altinn.events.delivery.ProbeEndPoint;
import no.altinn.events.delivery.PushSchedule;
import no.altinn.events.delivery.RatePlaces;
import no.altinn.events.delivery.Readmission;
import no.altinn.events.delivery.RecentEvents;
import no.altinn.events.delivery.ReleaseHeld;
import no.altinn.events.delivery.Releases;
import no.altinn.events.delivery.Turns;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.EndPointEvents;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.subscription.ValidationLifecycle;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.concurrent.SideBySide;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** How endpoints are served in one process. Not thread-safe. */
public final class Serving {
    private static final URI BASE = URI.create("https://platform.example/");

    /** No call waits in line where one thread does everything. */
    private static final Duration PATIENCE = Duration.ZERO;

    private final Signing signing;
    private final SubscriptionStore subscriptions;
    private final Clock clock;
    private final OwnSubscriptions own;
    private final DeliverEvent deliver;
    private final ProbeEndPoint probe;
    private final ReleaseHeld release;
    private final ValidateSubscription validation;
    private final OwnServing changing;

    Serving(
            Machine machine,
            Ports ports,
            SubscriptionIndex index,
            Admission admission,
            BestEffortLog log,
            SideBySide calls) {
        this.signing = Signing.in(machine, ports, index);
        this.subscriptions = ports.subscriptions();
        this.clock = machine.clock();
        EndPointCaller caller =
                new EndPointCaller(
                        ports.webhook(),
                        new EndPointPlaces(Concurrency.FUNCTIONS_HOST, PATIENCE, clock),
                        clock);
        RecentEvents events = new RecentEvents(ports.events(), clock);
        DeliveryLifecycle lifecycle =
                new DeliveryLifecycle(
                        ports.deliveries(),
                        ports.queue(),
                        PushSchedule.TWELVE_ATTEMPTS,
                        machine.chance(),
                        clock);
        ChangeServing changes = new ChangeServing(ports.subscriptions(), index);
        SubscriptionAddress address = new SubscriptionAddress(BASE);
        SubscriptionEvents told = new SubscriptionEvents(ports.events(), address);
        Releases releases = new Releases(ports.queue());
        Readmission readmission = new Readmission(events, admission, calls);
        EndPointHealth health =
                new EndPointHealth(
                        changes,
                        new FailureCounts(clock),
                        releases,
                        ports.queue(),
                        told,
                        machine.chance(),
                        clock);
        this.own = new OwnSubscriptions(ports.subscriptions(), index, signing.secrets());
        this.deliver =
                new DeliverEvent(
                        events,
                        index,
                        lifecycle,
                        signing.requests(),
                        caller,
                        new Turns(index, lifecycle, new RatePlaces(ports.rates(), clock), clock),
                        health,
                        log);
        this.probe =
                new ProbeEndPoint(
                        changes,
                        ports.deliveries(),
                        readmission,
                        deliver,
                        health,
                        ports.queue(),
                        clock);
        this.release =
                new ReleaseHeld(
                        ports.subscriptions(),
                        ports.deliveries(),
                        readmission,
                        ports.rates(),
                        ports.queue(),
                        clock);
        this.validation =
                new ValidateSubscription(
                        new ValidationLifecycle(
                                ports.subscriptions(), index, ports.validations(), clock),
                        new EndPointEvents(address, machine::uuid),
                        signing.requests(),
                        caller,
                        log,
                        clock);
        this.changing = new OwnServing(own, changes, releases, validation, told, clock);
    }

    /** Adds a subscription, and has its endpoint called. */
    public Subscription subscribe(NewSubscription wanted) {
        Subscription added = subscriptions.add(wanted, clock.instant());
        signing.secrets().begin(added);
        return added.isValidated() ? added : validation.start(added);
    }

    /** The keys that requests are signed with. */
    public Signing signing() {
        return signing;
    }

    /** The caller's own subscriptions. */
    public OwnSubscriptions own() {
        return own;
    }

    /** Makes attempts. */
    DeliverEvent deliver() {
        return deliver;
    }

    /** Tries endpoints that are left alone. */
    ProbeEndPoint probe() {
        return probe;
    }

    /** Releases held events. */
    ReleaseHeld release() {
        return release;
    }

    /** Validates endpoints. */
    public ValidateSubscription validation() {
        return validation;
    }

    /** Pauses and resumes. */
    public OwnServing changing() {
        return changing;
    }
}
