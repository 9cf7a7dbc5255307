package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(3, 2);

    @Test
    void oneHostHasFewerPlacesThanAllTogether() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
        assertThat(places.take("b")).isTrue();
        assertThat(places.take("c")).isFalse();
    }

    @Test
    void aPlaceThatIsLeftIsFreeAgain() {
        places.take("a");
        places.take("a");
        places.leave("a");

        assertThat(places.take("a")).isTrue();
    }

    @Test
    void aHostThatIsCalledNoMoreIsForgotten() {
        places.take("a");
        places.take("b");
        places.leave("a");
        places.leave("b");

        assertThat(places.hosts()).isZero();
    }
}
