package no.altinn.events.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.subscription.NotServed;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;
import no.altinn.platform.concurrent.InLanes;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class OwnJobsTest {
    private final JobWorld world = new JobWorld();

    private Job retry() {
        return world.own.deliver(world.subscription(), new JobTask.Retry(world.lastHour()));
    }

    @Test
    void aJobThatBeginsIsStoredAndItsFirstStepIsDueNow() {
        Job job = retry();

        assertThat(world.now(job)).isEqualTo(job);
        assertThat(job.due()).contains(JobWorld.NOW);
        assertThat(world.sent)
                .containsExactly(
                        new JobWorld.Sent(new Retry.OfJob(7, job.key().id()), Duration.ZERO));
    }

    @Test
    void aSecondRetryOrReplayIsRefusedWhileOneRuns() {
        Job first = retry();

        assertThatThrownBy(this::retry)
                .isInstanceOf(AnotherJobRuns.class)
                .hasMessage("Another job is running.");
        world.own.cancel(world.subscription(), first.key().id());
        assertThat(retry().isRunning()).isTrue();
    }

    @Test
    void nothingIsDeliveredAgainToASubscriptionThatGetsNoEvents() {
        Subscription active = world.subscription();
        refused(
                active.served(
                        active.serving()
                                .with(new Standing.Paused(PauseReason.OWNER, JobWorld.NOW))),
                "The subscription is paused.");
        refused(
                active.served(active.serving().with(new Standing.Stopped(JobWorld.NOW)))
                        .in(new ValidationState.Failed()),
                "The subscription is stopped.");
        refused(active.in(new ValidationState.Failed()), "The subscription is not validated.");
        assertThat(world.own.of(active)).isEmpty();
    }

    private void refused(Subscription subscription, String why) {
        assertThatThrownBy(
                        () -> world.own.deliver(subscription, new JobTask.Retry(world.lastHour())))
                .isInstanceOf(NotServed.class)
                .hasMessage(why);
    }

    @Test
    void aJobBeginsThoughTheQueueIsAwaySinceTheSweepFindsIt() {
        OwnJobs own =
                new OwnJobs(
                        world.jobs,
                        (retry, delay) -> {
                            throw new IllegalStateException("away");
                        },
                        UUID::randomUUID,
                        world.clock);
        Job job = own.deliver(world.subscription(), new JobTask.Retry(world.lastHour()));
        world.clock.advance(Duration.ofMinutes(3));
        SweepJobs sweep =
                new SweepJobs(
                        world.jobs, world.queue, new InLanes(Runnable::run, 1, 1), world.clock);

        sweep.sweep(world.clock.instant().minus(Duration.ofMinutes(2)));

        assertThat(world.sentSteps())
                .containsExactly(
                        new JobWorld.Sent(new Retry.OfJob(7, job.key().id()), Duration.ZERO));
        assertThat(world.now(job).due()).contains(world.clock.instant());
        sweep.sweep(world.clock.instant().minus(Duration.ofMinutes(2)));
        assertThat(world.sentSteps()).hasSize(1);
    }

    @Test
    void theTwentyNewestJobsAreListed() {
        List<Job> begun = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            world.clock.advance(Duration.ofSeconds(1));
            Job job = retry();
            begun.add(0, world.own.cancel(world.subscription(), job.key().id()));
        }

        assertThat(world.own.of(world.subscription()))
                .containsExactlyElementsOf(begun.subList(0, 20));
    }

    @Test
    void aJobOfAnotherSubscriptionIsUnknown() {
        Job job = retry();
        Subscription other = SampleSubscription.of(8, JobWorld.filters().build());

        for (String id : List.of(job.key().id(), "", "a/b", "x".repeat(65), "ÆØÅ")) {
            assertThatThrownBy(() -> world.own.find(other, id)).isInstanceOf(UnknownJob.class);
            assertThatThrownBy(() -> world.own.cancel(other, id)).isInstanceOf(UnknownJob.class);
        }
    }

    @Test
    void aCancelledJobMakesNoStepAndStaysCancelled() {
        world.dead(world.publish("e", 1).get(0));
        world.clock.advance(Duration.ofSeconds(1));
        Job job = retry();
        Job cancelled = world.own.cancel(world.subscription(), job.key().id());

        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(world.run.step(job.key())).isEmpty();
        assertThat(world.sentDeliveries()).isEmpty();
        assertThat(world.own.cancel(world.subscription(), job.key().id())).isEqualTo(cancelled);
    }

    @Test
    void whatAStepBeganWhileTheJobWasCancelledIsCounted() {
        world.dead(world.publish("e", 1).get(0));
        world.clock.advance(Duration.ofSeconds(1));
        Job job = retry();
        world.decisions.permit(
                request -> {
                    world.own.cancel(world.subscription(), job.key().id());
                    return true;
                });

        world.run.step(job.key());

        assertThat(world.now(job).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(world.now(job).progress()).isEqualTo(new JobProgress(1, 1, 0, 0));
        assertThat(world.sentSteps()).hasSize(1);
    }

    @Test
    void ofTwoStepsAtOnceTheSecondChangesNothing() {
        world.publish("e", 2).forEach(world::dead);
        world.clock.advance(Duration.ofSeconds(1));
        Job job = retry();
        boolean[] isFirst = {true};
        world.decisions.permit(
                request -> {
                    if (isFirst[0]) {
                        isFirst[0] = false;
                        world.run.step(job.key());
                    }
                    return true;
                });

        world.run.step(job.key());

        assertThat(world.now(job).progress()).isEqualTo(new JobProgress(2, 2, 0, 0));
        assertThat(world.now(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(world.sentDeliveries()).hasSize(2);
        assertThat(world.deliveries.all()).allMatch(one -> one.round().number() == 1);
    }

    @Test
    void anUnknownJobMakesNoStep() {
        assertThat(world.run.step(new JobKey(7, "none"))).isEmpty();
    }

    @Test
    void theBeginningsOfAnswersAreErasedThatWereThereWhenTheJobBegan() {
        Delivery plain = world.dead(world.publish("e", 1).get(0));
        world.clock.advance(Duration.ofSeconds(1));
        Delivery telling = telling("f");
        world.clock.advance(Duration.ofSeconds(1));
        Job job = world.own.redact(world.subscription());
        Delivery later = telling("g");

        Job ended = world.ended(job);

        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(ended.progress()).isEqualTo(new JobProgress(2, 1, 0, 1));
        assertThat(world.deliveries.find(telling.key()).orElseThrow().attempts())
                .containsExactly(telling.attempts().get(0).withoutResponse());
        assertThat(world.deliveries.find(plain.key())).contains(plain);
        assertThat(world.deliveries.find(later.key())).contains(later);
    }

    @Test
    void answersOfAPausedSubscriptionAreErasedToo() {
        Subscription active = world.subscription();
        world.subscriptions.put(
                active.served(
                        active.serving()
                                .with(new Standing.Paused(PauseReason.OWNER, JobWorld.NOW))));
        Delivery telling = telling("f");
        world.clock.advance(Duration.ofSeconds(1));

        world.ended(world.own.redact(world.subscription()));

        assertThat(world.deliveries.find(telling.key()).orElseThrow().attempts())
                .allMatch(attempt -> attempt.response().isEmpty());
    }

    private Delivery telling(String id) {
        Instant now = world.clock.instant();
        Delivery delivery =
                world.ended(world.publish(id, 1).get(0), new Dead(now))
                        .having(
                                List.of(
                                        new Attempt(
                                                1,
                                                now,
                                                Duration.ofMillis(9),
                                                500,
                                                "",
                                                Trigger.SCHEDULE,
                                                Optional.of(ErrorKind.STATUS),
                                                Optional.of(
                                                        new Excerpt("text/plain", "no", false)))));
        world.deliveries.replace(delivery);
        return delivery;
    }
}
