package no.altinn.events.filter.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.Attributes;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Texts beyond ASCII (CESQL 1.0.0 §3.1: a string is a sequence of Unicode characters). */
class CharactersTest {
    private static String value(String expression, String text) {
        Attributes event = name -> Optional.of(new Text(text));
        return CesqlExpression.parse(expression).evaluate(event).value().text();
    }

    @Test
    void aCharacterIsACodePoint() {
        assertThat(value("LENGTH(a)", "a😀b")).isEqualTo("3");
        assertThat(value("LEFT(a, 2)", "a😀b")).isEqualTo("a😀");
        assertThat(value("RIGHT(a, 2)", "a😀b")).isEqualTo("😀b");
        assertThat(value("SUBSTRING(a, 2, 1)", "a😀b")).isEqualTo("😀");
        assertThat(value("SUBSTRING(a, -2)", "a😀b")).isEqualTo("😀b");
    }

    @Test
    void caseIsUnicodes() {
        assertThat(value("UPPER(a)", "blåbærsyltetøy ß")).isEqualTo("BLÅBÆRSYLTETØY ß");
        assertThat(value("LOWER(a)", "ÆØÅ")).isEqualTo("æøå");
    }

    @Test
    void trimTakesUnicodesWhiteSpaceAlone() {
        assertThat(value("TRIM(a)", "\u00a0\u2003\t\u0085a b\u3000\n")).isEqualTo("a b");
        assertThat(value("TRIM(a)", "\u0001a\u200b")).isEqualTo("\u0001a\u200b");
        assertThat(value("TRIM(a)", " \u2028 ")).isEmpty();
    }

    @Test
    void digitsAreAscii() {
        assertThat(value("INT(a)", "٣")).isEqualTo("0");
        assertThat(
                        CesqlExpression.parse("INT(a)")
                                .evaluate(n -> Optional.of(new Text("٣")))
                                .error())
                .contains(CesqlError.CAST);
    }

    @Test
    void truthIsAscii() {
        assertThat(
                        CesqlExpression.parse("BOOL(a)")
                                .evaluate(n -> Optional.of(new Text("falſe")))
                                .error())
                .contains(CesqlError.CAST);
    }
}
