package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void thereAreSoManyPlacesAndNoMore() {
        assertThat(inFlight.enter(1, 2)).isTrue();
        assertThat(inFlight.enter(1, 2)).isTrue();
        assertThat(inFlight.enter(1, 2)).isFalse();
        assertThat(inFlight.enter(1, 2)).isFalse();
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        inFlight.enter(1, 1);
        inFlight.enter(1, 1);
        inFlight.leave(1);

        assertThat(inFlight.enter(1, 1)).isTrue();
        assertThat(inFlight.enter(1, 1)).isFalse();
    }

    @Test
    void oneSubscriptionTakesNoPlaceOfAnother() {
        inFlight.enter(1, 1);

        assertThat(inFlight.enter(2, 1)).isTrue();
    }
}
