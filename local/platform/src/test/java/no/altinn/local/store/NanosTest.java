package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.time.Instant;

final class NanosTest {
    @Property
    void everyInstantOfOurDaysComesBack(@ForAll int second, @ForAll int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);

        assertThat(Nanos.toInstant(Nanos.of(instant))).isEqualTo(instant);
    }

    @Property
    void theOrderOfInstantsIsTheOrderOfTheirNumbers(@ForAll Instant one, @ForAll Instant other) {
        if (one.isBefore(other)) {
            assertThat(Nanos.of(one)).isLessThanOrEqualTo(Nanos.of(other));
        } else {
            assertThat(Nanos.of(one)).isGreaterThanOrEqualTo(Nanos.of(other));
        }
    }

    @Test
    void instantsOutOfReachBecomeTheFirstAndTheLast() {
        assertThat(Nanos.of(Instant.parse("9999-12-31T23:59:59Z"))).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.of(Instant.parse("0001-01-01T00:00:00Z"))).isEqualTo(Long.MIN_VALUE);
        assertThat(Nanos.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
    }
}
