package no.altinn.events.filter.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.AttributeValue.Whole;
import no.altinn.events.event.Attributes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class CesqlBoundsTest {
    private static final Attributes LONG = name -> Optional.of(new Text("a".repeat(4_096)));

    private static CesqlResult evaluate(String expression) {
        return CesqlExpression.parse(expression).evaluate(LONG);
    }

    private static Optional<AttributeValue> value(String expression) {
        CesqlResult result = evaluate(expression);
        return result.error().isPresent() ? Optional.empty() : Optional.of(result.value());
    }

    @Test
    void anExpressionHas1024Characters() {
        assertThat(value("'%s'".formatted("a".repeat(1_022)))).isPresent();
        assertThatThrownBy(() -> CesqlExpression.parse("'%s'".formatted("a".repeat(1_023))))
                .isInstanceOf(InvalidCesql.class)
                .hasMessage("it has more than 1024 characters");
    }

    @ParameterizedTest
    @CsvSource({"(,1,)", "'NOT ',TRUE,", "'- ',TRUE,", "ABS(,1,)", "'1 IN (',1,)"})
    void partsStand20DeepInOneAnother(String before, String inner, String after) {
        String closing = after == null ? "" : after;

        assertThat(value(before.repeat(20) + inner + closing.repeat(20))).isPresent();
        assertThatThrownBy(
                        () -> CesqlExpression.parse(before.repeat(21) + inner + closing.repeat(21)))
                .isInstanceOf(InvalidCesql.class)
                .hasMessage("it is nested over 20 levels deep");
    }

    @Test
    void neighboursAreNotNested() {
        assertThat(value("(1)" + "+(1)".repeat(200))).contains(new Whole(201));
        assertThat(value("NOT TRUE" + " OR NOT TRUE".repeat(80))).contains(Node.FALSE);
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        String chain = "1" + "+1".repeat(511);

        assertThat(value(chain)).contains(new Whole(512));
        assertThat(CesqlExpression.parse(chain).fault()).contains("it must give true or false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a LIKE '%b_' OR ",
                "UPPER(a)='' OR ",
                "LENGTH(CONCAT(a,a))=1 OR ",
                "SUBSTRING(a,9)='' OR ",
                "TRIM(a)='' OR ",
                "'' IN (LEFT(a,5)) OR "
            })
    void anExpressionThatLooksAtMuchTextOftenFails(String part) {
        String expression = part.repeat(1_020 / part.length()) + "TRUE";

        assertThat(evaluate(expression).error()).contains(CesqlError.TOO_MUCH_WORK);
        assertThat(evaluate(expression).passes()).isFalse();
    }

    @Test
    void aTextIsNotPutTogetherWithoutEnd() {
        String many = "CONCAT(a" + ",a".repeat(30) + ")";

        assertThat(evaluate(many).error()).contains(CesqlError.TOO_MUCH_WORK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%ab'",
                "a = a AND a LIKE '%a%' AND LENGTH(a) = 4096",
                "LOWER(a) = a",
                "RIGHT(a, 2) = 'aa' OR SUBSTRING(a, -1, 1) = 'b'"
            })
    void theLongestAttributeCanBeAskedForInEachWay(String expression) {
        assertThat(value(expression)).isPresent();
    }

    @Test
    void aLongPatternMatchesALongText() {
        assertThat(value("LEFT(a,400) LIKE '%s%%'".formatted("a_".repeat(200))))
                .contains(Node.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00x", "\u0000", "\u007f", "\n", "\ufffe"})
    void aTextHoldsWhatAttributesMayHold(String held) {
        assertThatThrownBy(() -> CesqlExpression.parse("id = 'a" + held + "'"))
                .isInstanceOf(InvalidCesql.class)
                .hasMessage(
                        "the text that begins at character 6 must not hold control characters,"
                                + " noncharacters or lone surrogates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id = |a value is expected, not the end",
                "id = 'a|the text that begins at character 6 has no end",
                "id == 'a'|a value is expected, not '=' at character 5",
                "(id = 'a'|')' is expected, not the end",
                "id 'a'|an operator or the end is expected, not a text at character 4",
                "id NOT 'a'|LIKE or IN is expected, not a text at character 8",
                "id LIKE type|a pattern in quotes is expected, not 'type' at character 9",
                "Id = 'a'|an attribute's name has lower-case letters and digits alone: 'Id' at character 1",
                "id = 99999999999|99999999999 is no integer of 32 bits",
                "id ; 'a'|';' at character 4 is none of its characters",
                "F1(id)|a function's name of letters and _ is expected, not 'F1' at character 1"
            })
    void aTextThatIsNoExpressionIsRefusedWithThePlace(String text, String message) {
        assertThatThrownBy(() -> CesqlExpression.parse(text))
                .isInstanceOf(InvalidCesql.class)
                .hasMessage(message);
    }

    @Test
    void anExpressionThatCanPassNothingHasAFault() {
        assertThat(CesqlExpression.parse("TRUE AND LEN(id) = 3").fault())
                .contains("there is no function LEN with 1 arguments");
        assertThat(CesqlExpression.parse("NOT (id IN (1, LENGTH()))").fault())
                .contains("there is no function LENGTH with 0 arguments");
        assertThat(CesqlExpression.parse("LENGTH(id)").fault())
                .contains("it must give true or false");
        assertThat(CesqlExpression.parse("'true'").fault()).isPresent();
        assertThat(CesqlExpression.parse("-id").fault()).isPresent();
        assertThat(CesqlExpression.parse("flag").fault()).isEmpty();
        assertThat(CesqlExpression.parse("BOOL(flag)").fault()).isEmpty();
    }

    @Test
    void expressionsAreEqualWhenTheirTextsAre() {
        assertThat(CesqlExpression.parse("id = 'a'"))
                .isEqualTo(CesqlExpression.parse("id = 'a'"))
                .hasSameHashCodeAs(CesqlExpression.parse("id = 'a'"))
                .isNotEqualTo(CesqlExpression.parse("id='a'"))
                .hasToString("id = 'a'");
    }
}
