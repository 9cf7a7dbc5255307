package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeldBodiesTest {
    @Test
    void whatFindsNoRoomTakesNone() {
        HeldBodies bodies = new HeldBodies(10);
        assertThat(bodies.take(6)).isTrue();
        assertThat(bodies.take(5)).isFalse();
        assertThat(bodies.take(4)).isTrue();
    }

    @Test
    void roomThatIsGivenBackIsThereAgain() {
        HeldBodies bodies = new HeldBodies(10);
        bodies.take(10);
        bodies.give(10);
        assertThat(bodies.take(10)).isTrue();
    }
}
