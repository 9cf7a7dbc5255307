package no.altinn.events.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class LatenciesTest {
    private static Latencies of(int... millis) {
        Latencies all = Latencies.NONE;
        for (int one : millis) {
            all = all.plus(Latencies.of(Duration.ofMillis(one)));
        }
        return all;
    }

    @Test
    void withoutACallThereIsNoLatency() {
        assertThat(Latencies.NONE.quantile(0.5)).isEmpty();
    }

    @Test
    void aCallIsCountedInTheBucketThatItsLatencyEnds() {
        assertThat(of(0, 5).counts().get(0)).isEqualTo(2);
        assertThat(of(6).counts().get(1)).isEqualTo(1);
        assertThat(of(45_000).counts().get(12)).isEqualTo(1);
        assertThat(of(45_001, 600_000).counts().get(13)).isEqualTo(2);
    }

    @Test
    void aQuantileLiesInTheBucketOfItsCall() {
        Latencies all = of(3, 3, 3, 3, 3, 3, 3, 3, 3, 30_000);

        assertThat(all.quantile(0.5).orElseThrow()).isBetween(1L, 5L);
        assertThat(all.quantile(0.95).orElseThrow()).isBetween(20_000L, 45_000L);
        assertThat(of(600_000).quantile(1)).hasValue(60_000);
    }

    @Test
    void countsOfAnEarlierReleaseWithFewerBucketsAreRead() {
        assertThat(new Latencies(List.of(1L)).counts()).hasSize(Latencies.BUCKETS).contains(1L);
    }
}
