package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class FailuresTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final Entries logins = new MemoryEntryStore(clock).of(Tables.LOGINS);
    private final Failures failures = new Failures(logins, clock);

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            failures.count(name);
        }
    }

    private void assertLocked(String name, Duration wait) {
        assertThatExceptionOfType(LockedOut.class)
                .isThrownBy(() -> failures.requireOpen(name))
                .satisfies(locked -> assertThat(locked.waiting()).isEqualTo(wait));
    }

    @Test
    void theFifthFailureLocksTheNameForAMinute() {
        fail("ola", 4);
        failures.requireOpen("ola");

        fail("ola", 1);
        assertLocked("ola", Duration.ofMinutes(1));
        assertLocked("OLA", Duration.ofMinutes(1));
        failures.requireOpen("kari");

        clock.advance(Duration.ofSeconds(59));
        assertLocked("ola", Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        failures.requireOpen("ola");
    }

    @Test
    void aLockIsNeverShorterThanAMinute() {
        clock.advance(Duration.ofMillis(999));
        fail("ola", 5);

        clock.advance(Duration.ofMillis(59_999));
        assertLocked("ola", Duration.ofMillis(2));
    }

    @Test
    void eachFurtherLockIsTwiceAsLongUpToAnHour() {
        fail("ola", 4);
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            fail("ola", 1);
            assertLocked("ola", Duration.ofMinutes(minutes));
            clock.advance(Duration.ofMinutes(minutes));
            failures.requireOpen("ola");
        }
    }

    @Test
    void aQuarterAfterALockAllIsForgotten() {
        fail("ola", 6);
        clock.advance(Duration.ofMinutes(2 + 15));
        fail("ola", 4);
        failures.requireOpen("ola");

        fail("ola", 1);
        assertLocked("ola", Duration.ofMinutes(1));
    }

    @Test
    void failuresOfMoreThanAQuarterAgoDoNotCount() {
        fail("ola", 1);
        clock.advance(Duration.ofMinutes(5));
        fail("ola", 3);
        clock.advance(Duration.ofMinutes(10));
        fail("ola", 1);

        failures.requireOpen("ola");
        fail("ola", 1);
        assertLocked("ola", Duration.ofMinutes(1));
    }

    @Test
    void successClearsAll() {
        fail("ola", 4);
        failures.clear("Ola");
        fail("ola", 4);

        failures.requireOpen("ola");
    }

    @Test
    void whatIsKeptGoesAwayAndNamesNobody() {
        fail("01909012345", 1);

        assertThat(logins.search(Search.everywhere()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).doesNotContain("01909012345"));
        clock.advance(Duration.ofMinutes(15));
        assertThat(logins.search(Search.everywhere())).isEmpty();
    }

    @Test
    void noFailureOfManyAtOnceIsLost() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < Failures.MOST; i++) {
                all.add(threads.submit(() -> failures.count("ola")));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertLocked("ola", Duration.ofMinutes(1));
    }
}
