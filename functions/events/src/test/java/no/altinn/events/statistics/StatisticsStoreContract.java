package no.altinn.events.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every {@link StatisticsStore} promises. */
public abstract class StatisticsStoreContract {
    private static final Instant HOUR = Instant.parse("2026-01-01T12:00:00Z");
    private static final Tally SUCCESS = Tally.of(true, false, Duration.ofMillis(7));
    private static final Tally DEATH = Tally.of(false, true, Duration.ofSeconds(50));

    /** The store under test, empty at first, the same during one test. */
    protected abstract StatisticsStore store();

    @Test
    void attemptsOfOneHourAreSummed() {
        store().add(1, new Hour(HOUR, SUCCESS));
        store().add(1, new Hour(HOUR.plusSeconds(3_599), DEATH));

        assertThat(store().since(1, HOUR)).containsExactly(new Hour(HOUR, SUCCESS.plus(DEATH)));
    }

    @Test
    void hoursAreToldTheOldestFirstFromAnHourOn() {
        for (int hour : new int[] {2, 0, 1, 11}) {
            store().add(1, new Hour(HOUR.plus(Duration.ofHours(hour)), SUCCESS));
        }

        assertThat(store().since(1, HOUR.plus(Duration.ofHours(1))))
                .extracting(Hour::start)
                .containsExactly(
                        HOUR.plus(Duration.ofHours(1)),
                        HOUR.plus(Duration.ofHours(2)),
                        HOUR.plus(Duration.ofHours(11)));
    }

    @Test
    void eachSubscriptionHasItsOwn() {
        store().add(1, new Hour(HOUR, SUCCESS));

        assertThat(store().since(2, HOUR)).isEmpty();
    }

    @Test
    void additionsAtOnceAreAllMade() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> add =
                    () -> {
                        store().add(1, new Hour(HOUR, SUCCESS));
                        return null;
                    };
            for (Future<Void> call : threads.invokeAll(Collections.nCopies(12, add))) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store().since(1, HOUR).get(0).tally().attempts()).isEqualTo(12);
    }
}
