package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The promises of every {@link QueueAges}. */
public abstract class QueueAgesContract {
    private static final Retry VALIDATION = new Retry.OfValidation(7, 2);

    /** In how fine steps some queues tell the time. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Longer than a step, so that a delay that is not minded is seen. */
    private static final Duration DELAY = Duration.ofSeconds(4);

    /** The ages under test. */
    protected abstract QueueAges ages();

    /** Puts work into the same queues, which are empty at first. */
    protected abstract RetryQueue queue();

    protected abstract Clock clock();

    /** Lets so much time go by that the message that is delayed has been due for more than 1 s. */
    protected abstract void passUntilDue(Duration delay);

    @Test
    void everyQueueHasAnAgeAndWithoutMessagesItIsZero() {
        assertThat(ages().oldest()).containsOnlyKeys(RetryMessage.QUEUES);
        assertThat(ages().oldest().values()).containsOnly(Duration.ZERO);
    }

    @Test
    void aMessageThatIsNotDueHasNoAge() {
        queue().schedule(VALIDATION, Duration.ofHours(1));

        assertThat(ages().oldest().values()).containsOnly(Duration.ZERO);
    }

    @Test
    void aMessageAgesFromThenOnWhenItIsDue() {
        Instant start = clock().instant();
        queue().schedule(VALIDATION, DELAY);
        passUntilDue(DELAY);

        Duration age = ages().oldest().get(RetryMessage.VALIDATIONS);

        Duration most = Duration.between(start, clock().instant()).minus(DELAY).plus(STEP);
        assertThat(age).isPositive().isLessThanOrEqualTo(most);
        assertThat(ages().oldest().get(RetryMessage.JOBS)).isZero();
    }

    @Test
    void theOldestMessageCounts() {
        Instant start = clock().instant();
        queue().schedule(VALIDATION, Duration.ZERO);
        queue().schedule(VALIDATION, DELAY);
        passUntilDue(DELAY);

        assertThat(ages().oldest().get(RetryMessage.VALIDATIONS))
                .isGreaterThanOrEqualTo(DELAY)
                .isLessThanOrEqualTo(Duration.between(start, clock().instant()).plus(STEP));
    }
}
