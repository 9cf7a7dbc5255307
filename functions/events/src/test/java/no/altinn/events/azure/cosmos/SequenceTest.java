package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import no.altinn.events.store.Cursor;
import no.altinn.events.store.InvalidCursor;
import no.altinn.platform.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
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

    @Test
    void aStampIsFreshNoLongerThanReadersAreSureToBeBehindIt() {
        String stamp = sequence.next();

        clock.advance(Sequence.WRITE_BOUND);
        assertThat(sequence.isFresh(stamp)).isTrue();
        clock.advance(Sequence.LAG.minus(Sequence.WRITE_BOUND).minusMillis(1));
        assertThat(sequence.isFresh(stamp)).isFalse();
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
