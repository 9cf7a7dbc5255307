package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.InvalidCursor;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

class SequenceTest {
    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final Sequence sequence = new Sequence(clock);

    @Property(tries = 200)
    void stampsGrowWhereverTheClockGoes(
            @ForAll @Size(max = 50) List<@LongRange(min = -5_000, max = 5_000) Long> steps) {
        String last = sequence.next();
        for (long step : steps) {
            clock.advance(Duration.ofMillis(step));
            String next = sequence.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void aStampIsAUuidOfVersionSeven() {
        UUID stamp = UUID.fromString(sequence.next());

        assertThat(stamp.version()).isEqualTo(7);
        assertThat(stamp.variant()).isEqualTo(2);
        assertThat(stamp.getMostSignificantBits() >>> 16).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void aStampIsReadableWhenItIsOldEnough() {
        String stamp = sequence.next();

        clock.advance(Sequence.LAG);
        assertThat(sequence.horizon()).isLessThanOrEqualTo(stamp);
        clock.advance(Duration.ofMillis(1));
        assertThat(sequence.horizon()).isGreaterThan(stamp);
    }

    @Test
    void aStampIsSettledWhenEveryReplicaHasWhatCarriesIt() {
        String stamp = sequence.next();

        clock.advance(Sequence.SETTLED);
        assertThat(sequence.settled()).isLessThanOrEqualTo(stamp);
        clock.advance(Duration.ofMillis(1));
        assertThat(sequence.settled()).isGreaterThan(stamp).isLessThan(sequence.horizon());
    }

    @Property(tries = 200)
    void noEventIsMissedThatIsCommittedWhileItsWriteIsWaitedFor(
            @ForAll @LongRange(min = 0, max = 999) long stamped,
            @ForAll @LongRange(min = 0, max = 2_000) long taken,
            @ForAll @LongRange(min = 0, max = 100_000) long later) {
        assertThat(mayBeMissed(stamped, taken, later)).isFalse();
    }

    @Property(tries = 200)
    void everyEventThatAReaderMayHavePassedIsToldThoughTheAccountsClockIsASecondBehind(
            @ForAll @LongRange(min = 0, max = 999) long stamped,
            @ForAll @LongRange(min = 3_000, max = 100_000) long taken,
            @ForAll @LongRange(min = 1_000, max = 100_000) long later) {
        assertThat(mayBeMissed(stamped, taken, later)).isTrue();
    }

    /**
     * Asked about an event that was stamped, committed so much later by the account's clock, and
     * looked at later still; all in milliseconds.
     */
    private static boolean mayBeMissed(long stamped, long taken, long later) {
        MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
        Sequence sequence = new Sequence(clock);
        clock.advance(Duration.ofMillis(stamped));
        String stamp = sequence.next();
        clock.advance(Duration.ofMillis(taken));
        Instant committedBefore = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        clock.advance(Duration.ofMillis(later));
        return sequence.mayBeMissed(stamp, committedBefore);
    }

    @Test
    void aStampThatNoReaderCanHaveReachedYetIsLeftWhateverTheAccountsClockSays() {
        String stamp = sequence.next();
        clock.advance(Sequence.WRITE_BOUND);

        assertThat(sequence.mayBeMissed(stamp, clock.instant().plusSeconds(60))).isFalse();
    }

    @Test
    void stampsAndHorizonsAreCursors() {
        for (String position : List.of("", sequence.next(), sequence.horizon())) {
            assertThat(Sequence.stamp(new Cursor(position))).isEqualTo(position);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0194-",
                "6fb3f738-6800-4f29-9f3e-1c66862656cd",
                "019B7A0C-0000-7000-8000-000000000000"
            })
    void whatIsNoStampIsNoCursor(String position) {
        assertThatThrownBy(() -> Sequence.stamp(new Cursor(position)))
                .isInstanceOf(InvalidCursor.class);
    }
}
