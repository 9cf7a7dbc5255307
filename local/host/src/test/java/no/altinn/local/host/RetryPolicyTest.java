package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class RetryPolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theWaitDoublesUpToTheMaximum() {
        RetryPolicy policy = new RetryPolicy(-1, SECOND, Duration.ofSeconds(5));
        assertThat(policy.delay(1)).contains(SECOND);
        assertThat(policy.delay(2)).contains(Duration.ofSeconds(2));
        assertThat(policy.delay(3)).contains(Duration.ofSeconds(4));
        assertThat(policy.delay(4)).contains(Duration.ofSeconds(5));
    }

    @Test
    void noRetryIsLeftAfterTheLast() {
        RetryPolicy policy = new RetryPolicy(2, SECOND, SECOND);
        assertThat(policy.delay(2)).contains(SECOND);
        assertThat(policy.delay(3)).isEmpty();
    }

    @Property
    void anUnlimitedPolicyNeverEndsAndNeverWaitsOutsideItsBounds(
            @ForAll @IntRange(min = 1) int retry) {
        RetryPolicy policy = new RetryPolicy(-1, SECOND, Duration.ofHours(1));
        assertThat(policy.delay(retry).orElseThrow()).isBetween(SECOND, Duration.ofHours(1));
    }

    @Test
    void aMaximumBelowTheMinimumIsRefused() {
        assertThatThrownBy(() -> new RetryPolicy(1, SECOND, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
