package no.altinn.events.pull;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What fetching needs, over a store of deliveries. The consumer is {@code /org/ttd}. */
public final class Receivers {
    static final Duration LOCK = Duration.ofSeconds(60);

    final FakeDecisions decisions = new FakeDecisions(request -> true);
    final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    final EventStore events = mock(EventStore.class);
    final DeliveryLog log = mock(DeliveryLog.class);
    final AtomicInteger lost = new AtomicInteger();
    final Map<EventKey, Event> stored = new ConcurrentHashMap<>();
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    final ReceiveEvents receive;
    final SettleLocks settle;
    private final DeliveryStore deliveries;
    private final Clock clock;

    /**
     * @param pause lets time pass for those that wait
     */
    public Receivers(DeliveryStore deliveries, Clock clock, Pause pause) {
        this.deliveries = deliveries;
        this.clock = clock;
        BestEffortLog best = new BestEffortLog(log, clock);
        SideBySide calls = new SideBySide(Runnable::run, 1);
        this.receive =
                new ReceiveEvents(
                        new SubscriptionIndex(subscriptions, clock),
                        new FreeLocks(deliveries, calls, lost::incrementAndGet, best, clock),
                        new TakeEvents(
                                deliveries,
                                events,
                                new Permits(
                                        new PushPolicy(
                                                decisions,
                                                new EventSubjects(mock(Register.class)))),
                                new Withdrawals(deliveries, best, clock),
                                calls,
                                new SecureRandom(),
                                clock),
                        new LongPoll(
                                time -> {
                                    pauses.add(time);
                                    pause.take(time);
                                },
                                clock));
        this.settle = new SettleLocks(deliveries, calls, clock);
        when(events.find(any()))
                .thenAnswer(call -> Optional.ofNullable(stored.get(call.<EventKey>getArgument(0))));
    }

    /** An event that is ready for a subscription since a moment. */
    public Delivery ready(int subscriptionId, String eventId, Instant created) {
        return ready(subscriptionId, SampleEvent.of("id", eventId), created);
    }

    /** The same of any event. */
    Delivery ready(int subscriptionId, Event event, Instant created) {
        stored.put(event.key(), event);
        Delivery delivery =
                Delivery.of(
                        event.key(),
                        event.id(),
                        event.type(),
                        subscriptionId,
                        "",
                        new DeliveryState.Ready(1, created),
                        created);
        deliveries.create(List.of(delivery));
        return delivery;
    }

    /** A subscription whose events are fetched. */
    public Subscription pulled(int id) {
        Subscription subscription = SampleSubscription.pulled(id);
        subscriptions.put(subscription);
        return subscription;
    }

    /** What a receiver gets at once. */
    public List<ReceivedEvent> receive(Subscription subscription, int maxEvents) {
        return receive.receive(subscription, new ReceiveOrder(maxEvents, Duration.ZERO, LOCK));
    }

    /** The same for a receiver that waits. */
    List<ReceivedEvent> await(Subscription subscription, Duration time) {
        return receive.receive(subscription, new ReceiveOrder(1, time, LOCK));
    }

    /** Takes the word that an event has been taken. */
    public SettledLocks acknowledge(Subscription subscription, ReceivedEvent event) {
        return settle.acknowledge(subscription, List.of(event.lockToken()));
    }

    /** The delivery as it is now. */
    Delivery now(Delivery delivery) {
        return deliveries.find(delivery.key()).orElseThrow();
    }

    Instant time() {
        return clock.instant();
    }
}
