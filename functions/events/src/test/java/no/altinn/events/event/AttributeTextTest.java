package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class AttributeTextTest {
    /** The 66 that Unicode's FAQ on noncharacters counts. */
    private static final List<Integer> NONCHARACTERS =
            IntStream.concat(
                            IntStream.rangeClosed(0xFDD0, 0xFDEF),
                            IntStream.rangeClosed(0, 16)
                                    .flatMap(p -> IntStream.of(p << 16 | 0xFFFE, p << 16 | 0xFFFF)))
                    .boxed()
                    .toList();

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x20, 0x7E, 0xA0, 0xE5, 0x2028, 0xD7FF, 0xE000, 0xFDCF, 0xFDF0, 0xFEFF, 0xFFFD,
                0x10000, 0x1F600, 0x1FFFD, 0xE0001, 0x10FFFD
            })
    void charactersAreAllowed(int codePoint) {
        assertThat(AttributeText.isAllowed("a" + Character.toString(codePoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    void controlCharactersAreNot(int codePoint) {
        assertThat(AttributeText.isAllowed("a" + Character.toString(codePoint) + "b")).isFalse();
    }

    @Test
    void noncharactersAreNot() {
        assertThat(NONCHARACTERS).hasSize(66);
        for (int codePoint : NONCHARACTERS) {
            assertThat(AttributeText.isAllowed(Character.toString(codePoint)))
                    .as(Integer.toHexString(codePoint))
                    .isFalse();
        }
    }

    /**
     * In the specification's own example, {@code \\uDEAD} is none, {@code \\uD800\\uDEAD} is one.
     */
    @ParameterizedTest
    @ValueSource(strings = {"\uDEAD", "\uD800", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void surrogatesAreNotUnlessTheyArePairs(String text) {
        assertThat(AttributeText.isAllowed(text)).isFalse();
        assertThat(AttributeText.isAllowed("\uD800\uDEAD")).isTrue();
    }

    @Property(tries = 500)
    void whatIsAllowedSurvivesUtf8(@ForAll("texts") String text) {
        String carried = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(AttributeText.isAllowed(text)).isEqualTo(allowedOneByOne(text));
        if (AttributeText.isAllowed(text)) {
            assertThat(carried).isEqualTo(text);
        }
    }

    @Property(tries = 500)
    void whatIsMadeWellFormedSurvivesUtf8(@ForAll("texts") String text) {
        String wellFormed = AttributeText.wellFormed(text);

        assertThat(new String(wellFormed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(wellFormed);
        assertThat(wellFormed.codePoints().count()).isEqualTo(text.codePoints().count());
    }

    @Property(tries = 500)
    void whatIsShownIsShortAndAllowed(@ForAll("texts") String text) {
        String shown = AttributeText.shown(text.repeat(20));

        assertThat(AttributeText.isAllowed(shown)).isTrue();
        assertThat(AttributeText.fits(shown, 100)).isTrue();
    }

    @Test
    void aPairIsOneCharacter() {
        assertThat(AttributeText.fits("x".repeat(10), 10)).isTrue();
        assertThat(AttributeText.fits("x".repeat(11), 10)).isFalse();
        assertThat(AttributeText.fits("😀".repeat(10), 10)).isTrue();
        assertThat(AttributeText.fits("😀".repeat(11), 10)).isFalse();
        assertThat(AttributeText.fits("😀".repeat(9) + "xx", 10)).isFalse();
    }

    private static boolean allowedOneByOne(String text) {
        return Arrays.stream(text.codePoints().toArray())
                .allMatch(
                        c ->
                                c >= 0x20
                                        && (c < 0x7F || c > 0x9F)
                                        && Character.getType(c) != Character.SURROGATE
                                        && !NONCHARACTERS.contains(c));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> edge =
                Arbitraries.chars()
                        .with(
                                '\u0000', '\u001F', '\u007F', '\u009F', '\uD800', '\uDBFF',
                                '\uDC00', '\uDFFF', '\uFDD0', '\uFFFD', '\uFFFE', '\uFFFF');
        return Arbitraries.oneOf(edge, Arbitraries.chars().all())
                .list()
                .ofMaxSize(20)
                .map(
                        chars -> {
                            StringBuilder text = new StringBuilder();
                            chars.forEach(text::append);
                            return text.toString();
                        });
    }
}
