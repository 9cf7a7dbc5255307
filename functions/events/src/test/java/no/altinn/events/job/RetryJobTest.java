package no.altinn.events.job;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.Round;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How dead deliveries of a period are made again. */
class RetryJobTest {
    private final JobWorld world = new JobWorld();

    private Job retry() {
        world.clock.advance(Duration.ofSeconds(10));
        return world.own.deliver(world.subscription(), new JobTask.Retry(world.lastHour()));
    }

    private Delivery now(Delivery delivery) {
        return world.deliveries.find(delivery.key()).orElseThrow();
    }

    @Test
    void aDeadDeliveryBeginsANewRound() {
        Delivery dead = world.dead(world.publish("e", 1).get(0));

        Job job = world.ended(retry());

        Delivery begun = now(dead);
        assertThat(begun.state()).isEqualTo(new Due(2, world.clock.instant(), Trigger.RETRY));
        assertThat(begun.round()).isEqualTo(new Round(1, 1));
        assertThat(begun.job()).isEqualTo(job.key().id());
        assertThat(begun.permittedAt()).isEqualTo(world.clock.instant());
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(job.due()).isEmpty();
        assertThat(world.sentDeliveries()).hasSize(1);
    }

    @Test
    void onlyDeadDeliveriesThatWereCreatedInThePeriodAreMadeAgain() {
        List<Event> events = world.publish("e", 4);
        Delivery before = world.dead(events.get(0));
        world.clock.advance(Duration.ofMinutes(61));
        Delivery within = world.dead(events.get(1));
        Delivery delivered = world.delivered(events.get(2));
        Job job = retry();
        Delivery after = world.dead(events.get(3));

        assertThat(world.ended(job).progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(now(within).state()).isInstanceOf(Due.class);
        assertThat(List.of(now(before), now(delivered), now(after)))
                .containsExactly(before, delivered, after);
    }

    @Test
    void aDeliveryThatThePolicyDeniesNowIsCancelled() {
        List<Event> events = world.publish("e", 1, Map.of("subject", "/party/1"));
        events =
                List.of(events.get(0), world.publish("f", 1, Map.of("subject", "/party/2")).get(0));
        Delivery denied = world.dead(events.get(0));
        Delivery permitted = world.dead(events.get(1));
        world.decisions.permit(FakeDecisions.about("urn:altinn:partyid", "1").negate());

        Job job = world.ended(retry());

        assertThat(job.progress()).isEqualTo(new JobProgress(2, 1, 1, 0));
        assertThat(now(denied).state())
                .isEqualTo(new Cancelled(world.clock.instant(), CancelReason.NOT_PERMITTED));
        assertThat(now(permitted).state()).isInstanceOf(Due.class);
    }

    @Test
    void aDeliveryThatTodaysFiltersDoNotWantIsCancelled() {
        Delivery dead = world.dead(world.publish("e", 1).get(0));
        world.subscriptions.put(
                SampleSubscription.of(7, JobWorld.filters().type("another").build()));

        Job job = world.ended(retry());

        assertThat(job.progress()).isEqualTo(new JobProgress(1, 0, 0, 1));
        assertThat(now(dead).state())
                .isEqualTo(new Cancelled(world.clock.instant(), CancelReason.NOT_PERMITTED));
    }

    @Test
    void aDeliveryWhoseEventIsGoneOrThatWasBegunTenTimesStaysDead() {
        List<Event> events = world.publish("e", 2);
        Delivery gone = world.dead(events.get(0));
        world.events.erase(events.get(0).key());
        Delivery worn = world.dead(events.get(1));
        for (int i = 0; i < Round.MOST; i++) {
            Delivery before = now(worn);
            world.deliveries.change(before, before.begun(new Dead(world.clock.instant())));
        }

        Job job = world.ended(retry());

        assertThat(job.progress()).isEqualTo(new JobProgress(2, 0, 0, 2));
        assertThat(now(gone)).isEqualTo(gone);
        assertThat(now(worn).state()).isInstanceOf(Dead.class);
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
        Delivery dead = world.dead(world.publish("e", 1).get(0));

        world.ended(retry());

        assertThat(now(dead).state()).isEqualTo(new Ready(2, world.clock.instant()));
        assertThat(world.sentDeliveries()).isEmpty();
    }

    @Test
    void aStepIsOfFiveHundredAtMostAndTheNextGoesOnWhenTheyAreDue() {
        world.publish("e", 501).forEach(world::dead);
        Job job = retry();
        Instant begun = world.clock.instant();

        Job after = world.step(job);

        assertThat(after.progress()).isEqualTo(new JobProgress(500, 500, 0, 0));
        assertThat(after.due()).contains(begun.plusSeconds(10));
        assertThat(world.sentSteps())
                .extracting(JobWorld.Sent::delay)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(world.sentDeliveries())
                .extracting(JobWorld.Sent::delay)
                .startsWith(Duration.ZERO, Duration.ofMillis(20))
                .endsWith(Duration.ofMillis(9_980));
        assertThat(world.ended(job).progress()).isEqualTo(new JobProgress(501, 501, 0, 0));
    }

    @Test
    void aStepThatHasTakenAMinuteLeavesTheRestToTheNext() {
        world.publish("e", 120).forEach(world::dead);
        Job job = retry();
        world.decisions.permit(
                request -> {
                    world.clock.advance(Duration.ofMillis(1_300));
                    return true;
                });

        Job after = world.step(job);

        assertThat(after.progress()).isEqualTo(new JobProgress(50, 50, 0, 0));
        assertThat(after.isRunning()).isTrue();
        assertThat(world.sentSteps()).hasSize(2);
    }

    @Test
    void eventsThatWouldFillTheMemoryAreLookedAtAFewAtATime() {
        String megabyte = '"' + "x".repeat(1_000_000) + '"';
        for (int i = 0; i < 20; i++) {
            Event large = TestEvents.withData("e" + i, megabyte);
            world.events.append(List.of(large));
            world.dead(large);
        }

        Job job = world.ended(retry());

        assertThat(job.progress()).isEqualTo(new JobProgress(20, 20, 0, 0));
        assertThat(world.decisions.asked()).hasSizeGreaterThan(1).allMatch(all -> all.size() < 10);
    }

    @Test
    void noSecondBringsMoreThanFiftyDeliveries() {
        world.publish("e", 1_200).forEach(world::dead);

        world.ended(retry());

        Map<Long, Long> perSecond =
                world.deliveries.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.state().at().getEpochSecond(),
                                        Collectors.counting()));
        assertThat(perSecond.values()).allMatch(count -> count <= Pace.PER_SECOND);
    }

    @Test
    void whatThePolicyCannotDecideNowIsTriedAgainLaterAndNothingBeforeItIsRepeated() {
        List<Event> first = world.publish("e", 1, Map.of("subject", "/party/1"));
        world.dead(first.get(0));
        world.clock.advance(Duration.ofSeconds(1));
        Delivery stuck = world.dead(world.publish("f", 1, Map.of("subject", "/party/2")).get(0));
        world.decisions.awayFor(FakeDecisions.about("urn:altinn:partyid", "2"));
        Job job = retry();

        Job waiting = world.step(job);

        assertThat(waiting.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(waiting.progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(waiting.due()).contains(world.clock.instant().plusSeconds(5));
        assertThat(now(stuck)).isEqualTo(stuck);
        world.decisions.awayFor(request -> false);
        assertThat(world.ended(job).progress()).isEqualTo(new JobProgress(2, 2, 0, 0));
    }

    @Test
    void aJobWhosePolicyStaysAwayFailsAfterMoreThanHalfAnHour() {
        world.dead(world.publish("e", 1).get(0));
        world.decisions.awayFor(request -> true);
        Job job = retry();
        Instant begun = world.clock.instant();

        Job failed = world.ended(job);

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(Duration.between(begun, world.clock.instant()))
                .isBetween(Duration.ofMinutes(30), Duration.ofHours(2));
    }

    @Test
    void aJobOfASubscriptionThatIsRemovedOrStoppedOrNotValidFails() {
        Job removed = retry();
        Subscription subscription = world.subscription();
        world.subscriptions.remove(7);
        assertThat(world.step(removed).status()).isEqualTo(JobStatus.FAILED);

        world.subscriptions.put(subscription);
        Job stopped = retry();
        world.subscriptions.put(
                subscription.served(
                        subscription.serving().with(new Standing.Stopped(JobWorld.NOW))));
        assertThat(world.step(stopped).status()).isEqualTo(JobStatus.FAILED);

        world.subscriptions.put(subscription);
        Job invalid = retry();
        world.subscriptions.put(subscription.in(new ValidationState.Failed()));
        assertThat(world.step(invalid).status()).isEqualTo(JobStatus.FAILED);
    }
}
