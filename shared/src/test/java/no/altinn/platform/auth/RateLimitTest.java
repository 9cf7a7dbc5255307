package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

final class RateLimitTest {
    private final MutableClock clock = MutableClock.at("2027-01-15T08:00:00Z");
    private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(2), clock);

    /** How many of a hundred tries at the same moment succeed. */
    private long taken() {
        return IntStream.range(0, 100).filter(i -> limit.tryTake()).count();
    }

    @Test
    void aFewComeAtOnce() {
        assertThat(taken()).isEqualTo(3);
        assertThat(taken()).isZero();
    }

    @Test
    void oneMoreComesAfterEachInterval() {
        assertThat(taken()).isEqualTo(3);

        clock.advance(Duration.ofSeconds(2).minusNanos(1));
        assertThat(taken()).isZero();
        clock.advance(Duration.ofNanos(1));
        assertThat(taken()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(4));
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void noMoreThanAFewAreSavedUp() {
        assertThat(taken()).isEqualTo(3);
        clock.advance(Duration.ofDays(1));

        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void aClockThatIsSetBackDelaysNobodyForLong() {
        assertThat(taken()).isEqualTo(3);
        clock.advance(Duration.ofDays(-1));

        assertThat(taken()).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(taken()).isEqualTo(1);
    }
}
