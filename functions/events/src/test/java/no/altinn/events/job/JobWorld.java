package no.altinn.events.job;

import static org.mockito.Mockito.mock;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.FakeDeliveryStore;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.Event;
import no.altinn.events.event.FakeEvents;
import no.altinn.events.event.TestEvents;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.platform.register.Register;
import no.altinn.testing.time.MutableClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscription with deliveries in memory, and the jobs on them. */
final class JobWorld {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** A message, and when it is due. */
    record Sent(Retry retry, Duration delay) {}

    final MutableClock clock = MutableClock.at(NOW);
    final FakeEvents events = new FakeEvents(clock);
    final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    final FakeDecisions decisions = new FakeDecisions(request -> true);
    final FakeJobStore jobs = new FakeJobStore();
    final List<Sent> sent = new ArrayList<>();
    final RetryQueue queue = (retry, delay) -> sent.add(new Sent(retry, delay));
    final Register register = mock(Register.class);
    final Admission admission =
            new Admission(
                    new MatchSubscriptions(new SubscriptionIndex(subscriptions, clock), register),
                    new PushPolicy(decisions, new EventSubjects(register)));
    final OwnJobs own = new OwnJobs(jobs, queue, UUID::randomUUID, clock);
    final RunJob run =
            new RunJob(
                    jobs,
                    subscriptions,
                    new Ways(
                            deliveries,
                            events,
                            admission,
                            new BeginRound(deliveries, queue, clock),
                            clock),
                    queue,
                    clock);

    JobWorld() {
        subscriptions.put(SampleSubscription.of(7, filters().build()));
    }

    static Filters.Builder filters() {
        return Filters.onResource(TestEvents.RESOURCE);
    }

    Subscription subscription() {
        return subscriptions.find(7).orElseThrow();
    }

    /** Events that are registered now. */
    List<Event> publish(String prefix, int count, Map<String, String> attributes) {
        List<Event> published = TestEvents.numbered(prefix, count, attributes);
        events.append(published);
        return published;
    }

    List<Event> publish(String prefix, int count) {
        return publish(prefix, count, Map.of());
    }

    /** A delivery that was made now and has ended after an attempt. */
    Delivery ended(Event event, DeliveryState end) {
        Delivery delivery =
                Delivery.due(event.key(), event.id(), 7, "", clock.instant())
                        .in(end)
                        .having(
                                List.of(
                                        new Attempt(
                                                1,
                                                clock.instant(),
                                                Duration.ofMillis(9),
                                                503,
                                                "")));
        deliveries.create(List.of(delivery));
        return delivery;
    }

    Delivery dead(Event event) {
        return ended(event, new DeliveryState.Dead(clock.instant()));
    }

    Delivery delivered(Event event) {
        return ended(event, new DeliveryState.Delivered(clock.instant()));
    }

    /** The period of an hour up to now. */
    Period lastHour() {
        return new Period(clock.instant().minus(Duration.ofHours(1)), clock.instant());
    }

    Job now(Job job) {
        return jobs.find(job.key()).orElseThrow();
    }

    /** Makes a step at the time when it is due. */
    Job step(Job job) {
        Instant due = now(job).due().orElseThrow();
        if (due.isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), due));
        }
        run.step(job.key());
        return now(job);
    }

    /** Makes steps until the job has ended. */
    Job ended(Job job) {
        while (now(job).isRunning()) {
            step(job);
        }
        return now(job);
    }

    /** The messages that go on with a delivery. */
    List<Sent> sentDeliveries() {
        return sent.stream().filter(one -> one.retry() instanceof Retry.OfDelivery).toList();
    }

    /** The messages that go on with a job. */
    List<Sent> sentSteps() {
        return sent.stream().filter(one -> one.retry() instanceof Retry.OfJob).toList();
    }
}
