package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class TextBoundTest {
    @Test
    void aTextOfTheBoundsLengthIsHeldAndALongerOneIsNot() {
        assertThat(TextBound.FILTER.holds("x".repeat(1_024))).isTrue();
        assertThat(TextBound.FILTER.holds("x".repeat(1_025))).isFalse();
        assertThat(TextBound.END_POINT.holds("x".repeat(2_048))).isTrue();
        assertThat(TextBound.END_POINT.holds("x".repeat(2_049))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_024, 1_025, 1_040, 1_041, 900_000})
    void aStoredTextIsCutWithoutBecomingOneThatIsHeld(int length) {
        String stored = "x".repeat(length);

        String cut = TextBound.FILTER.cut(stored);

        assertThat(stored).startsWith(cut);
        assertThat(cut).hasSizeLessThanOrEqualTo(1_040);
        assertThat(TextBound.FILTER.holds(cut)).isEqualTo(TextBound.FILTER.holds(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xx"})
    void aStoredUriIsCutToAUri(String shift) {
        String stored = "https://h.example/" + shift + "%C3%B8".repeat(1_000);

        URI cut = TextBound.FILTER.cutUri(stored);

        assertThat(stored).startsWith(cut.toString());
        assertThat(TextBound.FILTER.holds(cut.toString())).isFalse();
        assertThat(cut.getHost()).isEqualTo("h.example");
    }
}
