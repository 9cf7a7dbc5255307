package no.altinn.events.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class CountedAttemptsTest {
    private static final Duration QUICK = Duration.ofMillis(3);

    private final MutableClock clock = MutableClock.at("2026-01-01T12:10:00Z");
    private final MemoryStatistics memory = new MemoryStatistics();
    private final List<Integer> writes = new ArrayList<>();
    private boolean isAway;
    private final StatisticsStore store =
            new StatisticsStore() {
                @Override
                public void add(int subscriptionId, Hour attempts) {
                    if (isAway) {
                        throw new Unavailable("away");
                    }
                    writes.add(subscriptionId);
                    memory.add(subscriptionId, attempts);
                }

                @Override
                public List<Hour> since(int subscriptionId, Instant from) {
                    return memory.since(subscriptionId, from);
                }
            };
    private final CountedAttempts counted = new CountedAttempts(store, clock);
    private final SubscriptionStatistics statistics =
            new SubscriptionStatistics(store, counted, clock);

    private void add(int subscription, int times) {
        for (int i = 0; i < times; i++) {
            counted.add(subscription, true, false, QUICK);
        }
    }

    @Test
    void twoHundredAttemptsAreOneWrite() {
        add(1, 199);
        assertThat(writes).isEmpty();

        add(1, 1);

        assertThat(writes).containsExactly(1);
    }

    @Test
    void attemptsAreWrittenFiveMinutesLaterAtTheLatestWhileThereAreOthers() {
        add(1, 1);
        clock.advance(Duration.ofMinutes(5));

        add(2, 1);

        assertThat(writes).containsExactly(1);
    }

    @Test
    void attemptsAreWrittenWithoutOthersWhenTheSweepComes() {
        add(1, 1);
        add(2, 1);
        counted.writeOld();
        assertThat(writes).isEmpty();
        clock.advance(Duration.ofMinutes(5));

        counted.writeOld();

        assertThat(writes).containsExactly(1, 2);
    }

    @Test
    void everythingIsWrittenAtTheEnd() {
        add(1, 1);
        add(2, 3);

        counted.writeAll();
        counted.writeAll();

        assertThat(writes).containsExactly(1, 2);
    }

    @Test
    void whatAStoreThatIsAwayDoesNotTakeIsWrittenLater() {
        add(1, 199);
        isAway = true;
        add(1, 1);
        isAway = false;
        clock.advance(Duration.ofMinutes(5));

        counted.writeOld();

        assertThat(memory.since(1, Instant.EPOCH).get(0).tally().attempts()).isEqualTo(200);
    }

    @Test
    void theLastHoursAreToldWithWhatIsNotWrittenYet() {
        add(1, 200);
        counted.add(1, false, true, QUICK);

        List<Hour> hours = statistics.last(1, 24);

        assertThat(hours).hasSize(24);
        assertThat(hours.get(23).start()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(hours.get(23).tally().attempts()).isEqualTo(201);
        assertThat(hours.get(23).tally().dead()).isEqualTo(1);
        assertThat(hours.get(0).start()).isEqualTo(Instant.parse("2025-12-31T13:00:00Z"));
        assertThat(hours.get(0).tally()).isEqualTo(Tally.NONE);
    }

    @Test
    void anAttemptOfTheNextHourIsCountedThere() {
        add(1, 1);
        clock.advance(Duration.ofHours(1));
        add(1, 2);

        assertThat(statistics.last(1, 2))
                .extracting(hour -> hour.tally().attempts())
                .containsExactly(1L, 2L);
    }

    @Test
    void ofVeryManySubscriptionsTheFurtherOnesAreWrittenAtOnce() {
        for (int id = 1; id <= 20_001; id++) {
            add(id, 1);
        }

        assertThat(writes).containsExactly(20_001);
    }
}
