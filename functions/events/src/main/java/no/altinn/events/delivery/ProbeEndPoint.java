package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.ChangeServing.Change;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries endpoints that are left alone because they failed, each with the delivery of it that is
 * held longest. Of several processes that would try an endpoint one does. Thread-safe.
 */
public final class ProbeEndPoint {
    /** How long before its time an endpoint may be tried, as the clocks of machines differ. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    /** After this the process that tries an endpoint counts as gone. */
    private static final Duration HALF_OPEN = Duration.ofSeconds(60);

    /** When an endpoint is tried again about which nothing was found out. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** How many held deliveries are looked at to find one that may be pushed. */
    private static final int MOST = 20;

    private final ChangeServing changes;
    private final DeliveryStore deliveries;
    private final Readmission readmission;
    private final DeliverEvent deliver;
    private final EndPointHealth health;
    private final RetryQueue queue;
    private final Clock clock;

    /** Tries by way of these. */
    public ProbeEndPoint(
            ChangeServing changes,
            DeliveryStore deliveries,
            Readmission readmission,
            DeliverEvent deliver,
            EndPointHealth health,
            RetryQueue queue,
            Clock clock) {
        this.changes = changes;
        this.deliveries = deliveries;
        this.readmission = readmission;
        this.deliver = deliver;
        this.health = health;
        this.queue = queue;
        this.clock = clock;
    }

    /** Tries the endpoint, if its time has come and no other process tries it. */
    public void probe(SubscriptionKey key) {
        Instant now = clock.instant();
        changes.make(key, found -> tried(found, now))
                .filter(Change::isMade)
                .map(Change::after)
                .filter(after -> after.serving().breaker() instanceof Breaker.HalfOpen)
                .ifPresent(subscription -> probe(key, subscription));
    }

    private static Subscription tried(Subscription found, Instant now) {
        Breaker before = found.serving().breaker();
        boolean isServed = found.serving().standing() instanceof Standing.Active;
        // What is paused or stopped is not called, so there is nothing to try.
        Breaker after = isServed ? tried(before, now) : Breaker.CLOSED;
        return found.served(found.serving().with(after));
    }

    private static Breaker tried(Breaker before, Instant now) {
        return before.accept(
                new Breaker.Visitor<>() {
                    @Override
                    public Breaker closed(Breaker.Closed closed) {
                        return closed;
                    }

                    @Override
                    public Breaker open(Breaker.Open open) {
                        return open.until().isBefore(now.plus(EARLY))
                                ? new Breaker.HalfOpen(now.plus(HALF_OPEN), open.opens())
                                : open;
                    }

                    @Override
                    public Breaker halfOpen(Breaker.HalfOpen halfOpen) {
                        return halfOpen.until().isAfter(now)
                                ? halfOpen
                                : new Breaker.HalfOpen(now.plus(HALF_OPEN), halfOpen.opens());
                    }
                });
    }

    private void probe(SubscriptionKey key, Subscription subscription) {
        List<Delivery> held =
                deliveries.search(
                        DeliverySearch.oldest(subscription.id(), DeliveryStatus.HELD), MOST);
        if (held.isEmpty()) {
            health.close(key);
            return;
        }
        List<Readmission.Answer> answers = readmission.of(subscription, held);
        for (int i = 0; i < held.size(); i++) {
            Delivery delivery = held.get(i);
            switch (answers.get(i)) {
                case PERMITTED -> {
                    Optional<Delivery> probe = begun(delivery);
                    if (probe.isPresent()) {
                        deliver.probe(probe.get(), subscription);
                        return;
                    }
                }
                case DENIED -> cancel(delivery, CancelReason.NOT_PERMITTED);
                case GONE -> cancel(delivery, CancelReason.EVENT_GONE);
                case UNKNOWN -> {}
            }
        }
        tryAgain(key);
    }

    private Optional<Delivery> begun(Delivery delivery) {
        if (!(delivery.state() instanceof Held held)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Delivery probe = delivery.in(new Due(held.attempt(), now, Trigger.PROBE)).permitted(now);
        return deliveries.change(delivery, probe) ? Optional.of(probe) : Optional.empty();
    }

    private void cancel(Delivery delivery, CancelReason reason) {
        deliveries.move(delivery.key(), delivery.state(), new Cancelled(clock.instant(), reason));
    }

    /** Nothing was found out about the endpoint, so it has not failed once more. */
    private void tryAgain(SubscriptionKey key) {
        Instant until = clock.instant().plus(AGAIN);
        changes.make(
                key,
                found ->
                        found.serving().breaker() instanceof Breaker.HalfOpen halfOpen
                                ? found.served(
                                        found.serving()
                                                .with(new Breaker.Open(until, halfOpen.opens())))
                                : found);
        queue.schedule(new Retry.OfProbe(key), AGAIN);
    }
}
