package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.ValidationQueue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What every {@link RetryQueue} promises that is a {@link ValidationQueue} too. */
public abstract class RetryQueueContract {
    private static final Retry DELIVERY =
            new Retry.OfDelivery(
                    new DeliveryNotice(DeliveryKey.of(TestEvents.event("1").key(), 7), 3));
    private static final Retry RELAY = new Retry.OfRelay(TestEvents.event("1").key(), 0);
    private static final Retry VALIDATION = new Retry.OfValidation(7, 2);
    private static final SubscriptionKey SUBSCRIPTION = new SubscriptionKey(7, "urn:r", "f");
    private static final Retry PROBE = new Retry.OfProbe(SUBSCRIPTION);
    private static final Retry RELEASE =
            new Retry.OfRelease(SUBSCRIPTION, Retry.OfRelease.Look.LAST, Optional.empty());

    private static final Retry JOB = new Retry.OfJob(7, "job");

    /** The queue under test, empty at first, the same during one test. */
    protected abstract RetryQueue queue();

    /** The same queue as subscriptions know it. */
    protected abstract ValidationQueue validations();

    /** Takes everything that is due, for good, in any order. */
    protected abstract List<Retry> takeDue();

    /** A delay that is not over before the test has looked. */
    protected Duration delay() {
        return Duration.ofSeconds(2);
    }

    /** Lets this much time go by. */
    protected abstract void pass(Duration duration);

    @Test
    void workWithoutDelayIsDueAtOnce() {
        queue().schedule(DELIVERY, Duration.ZERO);

        assertThat(takeDue()).containsExactly(DELIVERY);
    }

    @Test
    void workOfEveryKindComesBackAsItWas() {
        List<Retry> all = List.of(DELIVERY, RELAY, VALIDATION, PROBE, RELEASE, JOB);
        for (Retry retry : all) {
            queue().schedule(retry, Duration.ZERO);
        }

        assertThat(takeDue()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aValidationThatSubscriptionsScheduleComesOutAsTheSameRetry() {
        validations().schedule(7, 2, delay());

        assertThat(takeDue()).isEmpty();
        pass(delay());
        assertThat(takeDue()).containsExactly(VALIDATION);
    }

    @Test
    void aValidationIsDueInZeroToSevenDays() {
        Duration longer = RetryQueue.LONGEST_DELAY.plusNanos(1);
        for (Duration delay : List.of(Duration.ofNanos(-1), longer)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> validations().schedule(7, 2, delay));
        }

        assertThat(takeDue()).isEmpty();
    }

    @Test
    void workIsNotDueBeforeItsDelayIsOver() {
        queue().schedule(RELAY, delay());

        assertThat(takeDue()).isEmpty();
        pass(delay());
        assertThat(takeDue()).containsExactly(RELAY);
    }

    @Test
    void workIsDueInZeroToSevenDays() {
        Duration longer = RetryQueue.LONGEST_DELAY.plusNanos(1);
        for (Duration delay : List.of(Duration.ofNanos(-1), longer, Duration.ofDays(365))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queue().schedule(DELIVERY, delay));
        }
        queue().schedule(RELAY, RetryQueue.LONGEST_DELAY);

        assertThat(takeDue()).isEmpty();
    }

    @Test
    void workThatIsTakenDoesNotComeBack() {
        queue().schedule(VALIDATION, Duration.ZERO);
        takeDue();

        assertThat(takeDue()).isEmpty();
    }

    @Test
    void theSameWorkScheduledTwiceComesTwice() {
        queue().schedule(VALIDATION, Duration.ZERO);
        queue().schedule(VALIDATION, delay());

        assertThat(takeDue()).containsExactly(VALIDATION);
        pass(delay());
        assertThat(takeDue()).containsExactly(VALIDATION);
    }
}
