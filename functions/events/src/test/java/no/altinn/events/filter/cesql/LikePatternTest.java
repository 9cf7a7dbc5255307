package no.altinn.events.filter.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

class LikePatternTest {
    @Property(tries = 2_000)
    void aTextMatchesAsByTheDefinition(
            @ForAll @Chars({'a', 'b', '%', '_'}) @StringLength(max = 12) String pattern,
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 12) String text) {
        assertThat(LikePattern.of(pattern).matches(text)).isEqualTo(matches(pattern, text));
    }

    /** The definition itself: every way to share the text out is tried. */
    private static boolean matches(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '%') {
            return matches(rest, text) || (!text.isEmpty() && matches(pattern, text.substring(1)));
        }
        return !text.isEmpty()
                && (pattern.charAt(0) == '_' || pattern.charAt(0) == text.charAt(0))
                && matches(rest, text.substring(1));
    }

    @Property(tries = 300)
    void aLongPatternMatchesWhatItWasMadeFrom(
            @ForAll @Chars({'a', 'b', 'å'}) @StringLength(min = 100, max = 400) String text) {
        String pattern = text.substring(0, 70) + "%_" + text.substring(90);

        assertThat(LikePattern.of(pattern).matches(text)).isTrue();
        assertThat(LikePattern.of(pattern + "x").matches(text)).isFalse();
        assertThat(LikePattern.of("%" + pattern + "%").matches("x" + text + "y")).isTrue();
        assertThat(LikePattern.of("x" + pattern).matches(text)).isFalse();
    }

    @Test
    void underscoreIsOneCharacterHoweverManyUnitsItHas() {
        assertThat(LikePattern.of("a_b").matches("a😀b")).isTrue();
        assertThat(LikePattern.of("a__b").matches("a😀b")).isFalse();
        assertThat(LikePattern.of("%😀").matches("a😀")).isTrue();
    }

    @Test
    void aBackslashEscapesWildcardsAlone() {
        assertThat(LikePattern.of("\\").matches("\\")).isTrue();
        assertThat(LikePattern.of("\\\\%").matches("\\%")).isTrue();
        assertThat(LikePattern.of("\\a\\").matches("\\a\\")).isTrue();
        assertThat(LikePattern.of("\\_").matches("a")).isFalse();
    }

    @Test
    void newlinesAreCharacters() {
        assertThat(LikePattern.of("a%b").matches("a\n\r\u2028b")).isTrue();
        assertThat(LikePattern.of("a_b").matches("a\nb")).isTrue();
    }

    @Test
    void aPatternWithManyWildcardsCostsNoMoreThanAnother() {
        String text = "a".repeat(3_000);

        assertThat(LikePattern.of("%a".repeat(25) + "b").work(text)).isLessThan(20_000);
    }
}
