package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

class TextDigestTest {
    @Test
    void equalTextsHaveEqualDigestsAndDifferentOnesHaveNot() {
        assertThat(TextDigest.of("/party/1")).isEqualTo(TextDigest.of("/party" + "/1"));
        assertThat(
                        Stream.of("", "a", "A", "aa", "\u00e5", "a\ud800", "a\ud801", "a?")
                                .map(TextDigest::of)
                                .distinct())
                .hasSize(8);
    }
}
