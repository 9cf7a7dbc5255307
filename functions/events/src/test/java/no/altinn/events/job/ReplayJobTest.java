package no.altinn.events.job;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.Round;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.event.Event;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.register.RegisterUnavailable;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How events of a period are delivered again. */
class ReplayJobTest {
    private final JobWorld world = new JobWorld();

    private Job replay(List<String> types, Optional<String> subject, boolean onlyMissing) {
        world.clock.advance(Duration.ofSeconds(10));
        return world.own.deliver(
                world.subscription(),
                new JobTask.Replay(world.lastHour(), types, subject, onlyMissing));
    }

    private Job replay() {
        return replay(List.of(), Optional.empty(), false);
    }

    private Optional<Delivery> of(Event event) {
        return world.deliveries.find(DeliveryKey.of(event.key(), 7));
    }

    @Test
    void anEventWithoutADeliveryGetsOne() {
        Event event = world.publish("e", 1).get(0);
        Job job = replay();
        Instant begun = world.clock.instant();

        Job ended = world.ended(job);

        Delivery delivery = of(event).orElseThrow();
        assertThat(delivery.state()).isEqualTo(new Due(1, begun, Trigger.REPLAY));
        assertThat(delivery.round()).isEqualTo(Round.FIRST);
        assertThat(delivery.job()).isEqualTo(job.key().id());
        assertThat(delivery.type()).isEqualTo(event.type());
        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(ended.progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(world.sentDeliveries()).hasSize(1);
    }

    @Test
    void whatWasDeliveredOrHasDiedBeginsARoundAndWhatIsOnItsWayGoesOn() {
        List<Event> events = world.publish("e", 4);
        world.delivered(events.get(0));
        world.dead(events.get(1));
        Delivery due = world.ended(events.get(2), new Due(2, world.clock.instant()));
        Delivery held = world.ended(events.get(3), new Held(2, world.clock.instant()));

        Job job = world.ended(replay());

        assertThat(job.progress()).isEqualTo(new JobProgress(4, 2, 0, 2));
        for (Event event : events.subList(0, 2)) {
            assertThat(of(event).orElseThrow().state()).isInstanceOf(Due.class);
            assertThat(of(event).orElseThrow().round()).isEqualTo(new Round(1, 1));
        }
        assertThat(of(events.get(2))).contains(due);
        assertThat(of(events.get(3))).contains(held);
    }

    @Test
    void onlyWhatIsMissingIsDeliveredIfThatIsWanted() {
        List<Event> events = world.publish("e", 3);
        Delivery delivered = world.delivered(events.get(0));
        world.dead(events.get(1));

        Job job = world.ended(replay(List.of(), Optional.empty(), true));

        assertThat(job.progress()).isEqualTo(new JobProgress(3, 2, 0, 1));
        assertThat(of(events.get(0))).contains(delivered);
        assertThat(of(events.get(2)).orElseThrow().state()).isInstanceOf(Due.class);
    }

    @Test
    void onlyEventsThatWereRegisteredInThePeriodAreReplayed() {
        Event before = world.publish("before", 1).get(0);
        world.clock.advance(Duration.ofMinutes(61));
        Event within = world.publish("within", 1).get(0);
        Job job = replay();
        Event after = world.publish("after", 1).get(0);

        assertThat(world.ended(job).progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(of(within)).isPresent();
        assertThat(of(before)).isEmpty();
        assertThat(of(after)).isEmpty();
    }

    @Test
    void anEventThatIsOlderThanTheSubscriptionIsReplayedToo() {
        Event event = world.publish("e", 1).get(0);
        world.clock.advance(Duration.ofMinutes(5));
        Subscription old = world.subscription();
        world.subscriptions.put(
                new Subscription(
                        7,
                        old.endPoint(),
                        old.filters(),
                        old.consumer(),
                        world.clock.instant(),
                        old.validation(),
                        old.serving()));

        world.ended(replay());

        assertThat(of(event)).isPresent();
    }

    @Test
    void typesSubjectAndTodaysFiltersChooseTheEvents() {
        Event wanted = world.publish("a", 1, Map.of("type", "t1", "subject", "/party/1")).get(0);
        world.publish("b", 1, Map.of("type", "t2", "subject", "/party/1"));
        world.publish("c", 1, Map.of("type", "t1", "subject", "/party/2"));
        world.publish("d", 1, Map.of("type", "t3", "subject", "/party/1"));
        world.subscriptions.put(SampleSubscription.of(7, JobWorld.filters().type("t1").build()));

        Job job = world.ended(replay(List.of("t1", "t2"), Optional.of("/party/1"), false));

        assertThat(job.progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(world.deliveries.all())
                .extracting(Delivery::event)
                .containsExactly(wanted.key());
    }

    @Test
    void anEventThatTodaysFiltersDoNotWantIsSkipped() {
        Event event = world.publish("a", 1, Map.of("subject", "/party/2")).get(0);
        Delivery delivered = world.delivered(event);
        world.subscriptions.put(
                SampleSubscription.of(7, JobWorld.filters().subject("/party/1").build()));

        Job job = world.ended(replay());

        assertThat(job.progress()).isEqualTo(new JobProgress(1, 0, 0, 1));
        assertThat(of(event)).contains(delivered);
    }

    @Test
    void anErasedEventIsSkippedAndItsDeliveryStaysAsItIs() {
        List<Event> events = world.publish("e", 2);
        Delivery delivered = world.delivered(events.get(0));
        events.forEach(event -> world.events.erase(event.key()));

        Job job = world.ended(replay());

        assertThat(job.progress()).isEqualTo(new JobProgress(2, 0, 0, 2));
        assertThat(of(events.get(0))).contains(delivered);
        assertThat(of(events.get(1))).isEmpty();
        assertThat(world.sentDeliveries()).isEmpty();
    }

    @Test
    void anEventThatThePolicyDeniesIsCountedAndStaysAsItIs() {
        Event denied = world.publish("a", 1, Map.of("subject", "/party/1")).get(0);
        Event other = world.publish("b", 1, Map.of("subject", "/party/2")).get(0);
        Delivery delivered = world.delivered(denied);
        world.decisions.permit(FakeDecisions.about("urn:altinn:partyid", "1").negate());

        Job job = world.ended(replay());

        assertThat(job.progress()).isEqualTo(new JobProgress(2, 1, 1, 0));
        assertThat(of(denied)).contains(delivered);
        assertThat(of(other)).isPresent();
    }

    @Test
    void thePolicyIsAskedAboutManyEventsTogether() {
        world.publish("e", 120);

        world.ended(replay());

        assertThat(world.decisions.asked()).extracting(List::size).containsExactly(50, 50, 20);
    }

    @Test
    void anEventAboutWhichRegisterCannotAnswerIsTriedAgain() {
        world.subscriptions.put(
                SampleSubscription.of(
                        7,
                        JobWorld.filters()
                                .subject("/party/50000001")
                                .includeSubunits(true)
                                .build()));
        world.publish("e", 1, Map.of("subject", "urn:altinn:organization:identifier-no:310000002"));
        Mockito.when(world.register.organization(Mockito.any()))
                .thenThrow(new RegisterUnavailable("away", new IllegalStateException()));
        Mockito.when(world.register.mainUnit(Mockito.any()))
                .thenThrow(new RegisterUnavailable("away", new IllegalStateException()));

        Job job = world.step(replay());

        assertThat(job.isRunning()).isTrue();
        assertThat(job.failures()).isEqualTo(1);
        assertThat(job.progress()).isEqualTo(JobProgress.NONE);
    }

    @Test
    void aStepThatIsRepeatedChangesNothing() {
        world.publish("e", 3).subList(0, 2).forEach(world::delivered);
        Job job = replay();
        world.run.step(job.key());
        List<Delivery> after = world.deliveries.all();
        int messages = world.sentDeliveries().size();
        // The step was made, and its process ended before it wrote the job down.
        Job begun = world.now(job);
        world.jobs.change(begun, rewound(job, begun.version() + 1));

        Job ended = world.ended(job);

        assertThat(world.deliveries.all()).isEqualTo(after);
        assertThat(world.sentDeliveries()).hasSize(messages);
        assertThat(ended.progress()).isEqualTo(new JobProgress(3, 3, 0, 0));
    }

    private static Job rewound(Job job, int version) {
        return new Job(
                job.key(),
                job.task(),
                JobStatus.RUNNING,
                JobProgress.NONE,
                "",
                job.created(),
                job.updated(),
                job.due(),
                0,
                version);
    }

    @Test
    void aReplayUpToNowWaitsForEventsThatAreNotReadableYet() {
        world.publish("e", 1);
        Job job = replay();
        Instant end = world.clock.instant();

        Job waiting = world.step(job);

        assertThat(waiting.isRunning()).isTrue();
        assertThat(waiting.progress().started()).isEqualTo(1);
        assertThat(waiting.due()).contains(end.plusSeconds(5));
        assertThat(world.step(job).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void anEventForAPullSubscriptionMayBeFetchedAtOnce() {
        Subscription push = world.subscription();
        world.subscriptions.put(
                new Subscription(
                        7,
                        Optional.empty(),
                        push.filters(),
                        push.consumer(),
                        push.created(),
                        push.validation(),
                        Serving.NEW));
        Event event = world.publish("e", 1).get(0);
        Job job = replay();
        Instant begun = world.clock.instant();

        world.ended(job);

        assertThat(of(event).orElseThrow().state()).isEqualTo(new Ready(1, begun));
        assertThat(world.sentDeliveries()).isEmpty();
    }

    @Test
    void aStepIsOfFiveHundredAtMostAndLeavesFiftyASecond() {
        world.publish("e", 620);
        Job job = replay();
        Instant begun = world.clock.instant();

        Job after = world.step(job);

        assertThat(after.progress()).isEqualTo(new JobProgress(500, 500, 0, 0));
        assertThat(after.due()).contains(begun.plusSeconds(10));
        assertThat(world.ended(job).progress()).isEqualTo(new JobProgress(620, 620, 0, 0));
    }
}
