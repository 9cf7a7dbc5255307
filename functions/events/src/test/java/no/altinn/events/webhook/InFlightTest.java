package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class InFlightTest {
    private final InFlight inFlight = new InFlight(2);
    private final List<String> done = new ArrayList<>();

    @Test
    void thereAreSoManyPlacesAndNoMore() {
        boolean outer =
                inFlight.run(
                        "/org/ttd",
                        () ->
                                inFlight.run(
                                        "/org/ttd",
                                        () -> {
                                            assertThat(run("/org/ttd", "third")).isFalse();
                                            done.add("second");
                                        }));

        assertThat(outer).isTrue();
        assertThat(done).containsExactly("second");
    }

    @Test
    void aPlaceIsGivenBackWhateverHappens() {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(
                            () ->
                                    inFlight.run(
                                            "/org/ttd",
                                            () -> {
                                                throw new IllegalStateException();
                                            }));
        }

        assertThat(run("/org/ttd", "next")).isTrue();
    }

    @Test
    void oneConsumerTakesNoPlaceOfAnother() {
        InFlight one = new InFlight(1);

        one.run("/org/ttd", () -> one.run("/org/skd", () -> done.add("skd")));

        assertThat(done).containsExactly("skd");
    }

    private boolean run(String consumer, String what) {
        return inFlight.run(consumer, () -> done.add(what));
    }
}
