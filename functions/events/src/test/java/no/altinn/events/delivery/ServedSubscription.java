package no.altinn.events.delivery;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.Arrival;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;
import no.altinn.platform.time.RetrySchedule;
import no.altinn.testing.time.MutableClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A subscription and all that serves it in one process, on a clock of its own. What is scheduled
 * runs when the clock comes to it, and never by itself.
 */
final class ServedSubscription {
    static final Instant NOW = SampleSubscription.CREATED;
    static final int ID = 7;
    static final SubscriptionKey KEY = new SubscriptionKey(ID, "urn:altinn:resource:r", "");

    private record Scheduled(Retry retry, Instant at) {}

    final MutableClock clock = MutableClock.at(NOW);
    final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    final SubscriptionIndex index = new SubscriptionIndex(subscriptions, clock);
    final FakeDecisions decisions = new FakeDecisions(request -> true);
    final FakeRates rates = new FakeRates();

    /** When each call of the endpoint was made. */
    final List<Instant> calls = new ArrayList<>();

    /** What consumers were told. */
    final List<Event> told = new ArrayList<>();

    private final Map<EventKey, Event> events = new HashMap<>();
    private final List<Scheduled> scheduled = new ArrayList<>();
    private final EventStore store = mock(EventStore.class);
    private WebhookReply reply = WebhookReply.answered(200);
    private boolean isFailing;
    private int published;

    final RetryQueue queue =
            (retry, delay) -> scheduled.add(new Scheduled(retry, clock.instant().plus(delay)));
    final SampleServing serving =
            new SampleServing(subscriptions, index, queue, store, rates, clock);
    final DeliverEvent deliver =
            serving.deliver(
                    store,
                    new DeliveryLifecycle(
                            deliveries,
                            queue,
                            new RetrySchedule(PushSchedule.TWELVE_ATTEMPTS.delays(), 0),
                            new Random(1),
                            clock),
                    PlainRequests.UNSIGNED,
                    new EndPointCaller(
                            (request, timeout) -> {
                                if (isFailing) {
                                    throw new Unavailable("away");
                                }
                                calls.add(clock.instant());
                                return reply;
                            },
                            new EndPointPlaces(Concurrency.FUNCTIONS_HOST, Duration.ZERO, clock),
                            clock),
                    new BestEffortLog(mock(DeliveryLog.class), clock));
    private final Readmission readmission =
            new Readmission(
                    new RecentEvents(store, clock),
                    new Admission(
                            new MatchSubscriptions(index, mock(Register.class)),
                            new PushPolicy(decisions, new EventSubjects(mock(Register.class)))),
                    new SideBySide(Runnable::run, 1));
    final ReleaseHeld release =
            new ReleaseHeld(subscriptions, deliveries, readmission, rates, queue, clock);
    final ProbeEndPoint probe =
            new ProbeEndPoint(
                    serving.changes(),
                    deliveries,
                    readmission,
                    deliver,
                    serving.health(),
                    queue,
                    clock);

    ServedSubscription() {
        subscriptions.put(SampleSubscription.of(ID, SampleSubscription.filters().build()));
        when(store.find(any())).thenAnswer(call -> find(call.getArgument(0)));
        doAnswer(call -> told.addAll(call.getArgument(0))).when(store).append(any());
    }

    /** Has the store take no event from now on. */
    void tellNothing() {
        doThrow(new Unavailable("away")).when(store).append(any());
    }

    private Optional<Event> find(EventKey key) {
        return Optional.ofNullable(events.get(key));
    }

    /** Has the endpoint answer this from now on. */
    void answer(WebhookReply other) {
        reply = other;
    }

    void answer(int status) {
        answer(WebhookReply.answered(status));
    }

    /** Has every attempt fail from now on before its endpoint is called. */
    void failBeforeTheCall() {
        isFailing = true;
    }

    /** Relays an event, and makes its first attempt if one is due. */
    DeliveryKey relay() {
        published++;
        Event event = SampleEvent.of("id", "event-" + published, "subject", "/party/1");
        events.put(event.key(), event);
        Arrival arrival = subscription().arrival();
        DeliveryState first =
                arrival == Arrival.HELD
                        ? new DeliveryState.Held(1, clock.instant())
                        : new DeliveryState.Due(1, clock.instant());
        Delivery delivery =
                Delivery.of(event.key(), event.id(), event.type(), ID, "", first, clock.instant());
        deliveries.create(List.of(delivery));
        if (arrival == Arrival.DUE) {
            deliver.attempt(new DeliveryNotice(delivery.key(), 1));
        }
        return delivery.key();
    }

    /** Relays so many events at once. */
    void relay(int count) {
        for (int i = 0; i < count; i++) {
            relay();
        }
    }

    /** Forgets an event, as its store does after 90 days. */
    void forgetEvents() {
        events.clear();
        clock.advance(Duration.ofSeconds(6));
    }

    /** Moves the clock, and does what is scheduled until then. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (true) {
            Optional<Scheduled> next =
                    scheduled.stream()
                            .filter(one -> !one.at().isAfter(end))
                            .min(Comparator.comparing(Scheduled::at));
            if (next.isEmpty()) {
                break;
            }
            scheduled.remove(next.get());
            moveTo(next.get().at());
            run(next.get().retry());
        }
        moveTo(end);
    }

    private void moveTo(Instant instant) {
        if (instant.isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), instant));
        }
    }

    private void run(Retry retry) {
        // As a queue carries it.
        Retry carried = RetryMessage.read(RetryMessage.of(retry).json());
        if (carried instanceof Retry.OfDelivery one) {
            deliver.retry(one.notice());
        } else if (carried instanceof Retry.OfProbe one) {
            probe.probe(one.subscription());
        } else {
            release.look((Retry.OfRelease) carried);
        }
    }

    /** Loses every message that is scheduled. */
    void loseMessages() {
        scheduled.clear();
    }

    /** How many messages are scheduled. */
    int messages() {
        return scheduled.size();
    }

    Subscription subscription() {
        return subscriptions.find(ID).orElseThrow();
    }

    Serving served() {
        return subscription().serving();
    }

    /** Has it served in another way, as another process would. */
    void serve(Serving other) {
        subscriptions.put(subscription().served(other));
    }

    /** The changes that this process makes. */
    ChangeServing changes() {
        return serving.changes();
    }

    DeliveryState state(DeliveryKey key) {
        return deliveries.find(key).orElseThrow().state();
    }

    Delivery delivery(DeliveryKey key) {
        return deliveries.find(key).orElseThrow();
    }

    /** How many deliveries are in a state. */
    int count(DeliveryStatus status) {
        return deliveries.count(ID, status, Integer.MAX_VALUE);
    }
}
