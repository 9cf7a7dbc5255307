package no.altinn.events.filter.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.ParseException;
import io.cloudevents.sql.Result;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.AttributeValue.Truth;
import no.altinn.events.event.AttributeValue.Whole;
import no.altinn.events.event.Attributes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our evaluator against the library cloudevents-sql, on expressions that are drawn. Where the two
 * are known to differ, the specification is on our side, and {@link ConformanceTest} has the case:
 *
 * <ul>
 *   <li>AND, OR and XOR: the library takes them from right to left, so all is in brackets here.
 *   <li>The left operand of OR fails and the right one is true: the library drops the error.
 *   <li>An error within a comparison: the library goes on with a zero, so that the value differs.
 *   <li>A result beyond 32 bits: the library takes the lowest 32 bits, without an error.
 *   <li>A sign directly behind a value, as in {@code 4 -1}: the library refuses it.
 *   <li>Characters beyond 16 bits: the library counts them twice, and cuts them in halves.
 *   <li>Digits beyond ASCII: the library reads them.
 *   <li>Attributes in upper case: the library looks for one under that name, and asked with EXISTS
 *       finds {@code ID}.
 *   <li>{@code IS_INT} and {@code IS_BOOL}: the library has them, the specification has them no
 *       more.
 *   <li>SUBSTRING with a great length: the library fails, since its sum overflows.
 * </ul>
 */
class LibraryOraclePropertyTest {
    private static final Map<String, AttributeValue> ATTRIBUTES =
            Map.of(
                    "id", new Text("ab"),
                    "source", new Text("/s"),
                    "type", new Text("TRUE"),
                    "number", new Whole(7),
                    "flag", new Truth(true),
                    "digits", new Text("3"));

    private static final Attributes EVENT = name -> Optional.ofNullable(ATTRIBUTES.get(name));

    private static final CloudEvent THEIRS =
            CloudEventBuilder.v1()
                    .withId("ab")
                    .withSource(URI.create("/s"))
                    .withType("TRUE")
                    .withExtension("number", 7)
                    .withExtension("flag", true)
                    .withExtension("digits", "3")
                    .build();

    @Property(tries = 4_000)
    void bothGiveTheSameValueOrFail(@ForAll("expressions") String text) {
        CesqlResult ours = CesqlExpression.parse(text).evaluate(EVENT);
        Result theirs = library(text).evaluate(THEIRS);

        if (ours.error().isEmpty()) {
            assertThat(theirs.causes()).as(text).isEmpty();
            assertThat(theirs.value()).as(text).isEqualTo(plain(ours.value()));
        } else if (theirs.causes().isEmpty()) {
            assertThat(isKnown(text, ours)).as("%s: %s", text, ours).isTrue();
        }
    }

    private static boolean isKnown(String text, CesqlResult ours) {
        return text.contains(" OR ") || ours.error().equals(Optional.of(CesqlError.MATH));
    }

    @Property(tries = 4_000)
    void bothReadTheSameTexts(@ForAll("tokens") List<String> tokens) {
        String text = String.join(" ", tokens);

        assertThat(isOurs(text)).as(text).isEqualTo(isTheirs(text));
    }

    private static boolean isOurs(String text) {
        try {
            return CesqlExpression.parse(text).toString().equals(text);
        } catch (InvalidCesql e) {
            return false;
        }
    }

    private static boolean isTheirs(String text) {
        try {
            return library(text) != null;
        } catch (IllegalArgumentException | NullPointerException e) {
            // The second one is what it throws for a token that it could do without.
            return false;
        }
    }

    private static Expression library(String text) {
        try {
            return io.cloudevents.sql.Parser.getDefault().parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Object plain(AttributeValue value) {
        if (value instanceof Whole whole) {
            return whole.number();
        }
        return value instanceof Truth truth ? truth.holds() : value.text();
    }

    @Provide
    Arbitrary<List<String>> tokens() {
        return Arbitraries.of(
                        "TRUE",
                        "1",
                        "'a'",
                        "id",
                        "(",
                        ")",
                        "(",
                        ")",
                        ",",
                        "AND",
                        "OR",
                        "XOR",
                        "NOT",
                        "LIKE",
                        "IN",
                        "EXISTS",
                        "=",
                        "<>",
                        "<",
                        "*",
                        "length",
                        "concat_ws")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> expressions() {
        return expression(3);
    }

    private static Arbitrary<String> expression(int depth) {
        if (depth == 0) {
            return Arbitraries.oneOf(
                    Arbitraries.of("id", "source", "type", "number", "flag", "digits", "missing"),
                    Arbitraries.integers().between(-3, 9).map(Object::toString),
                    Arbitraries.of("TRUE", "false", "'true'", "'FALSE'", "'7'", "'-2'"),
                    Arbitraries.strings().withChars("abA ").ofMaxLength(4).map("'%s'"::formatted));
        }
        Arbitrary<String> part = expression(depth - 1);
        return Arbitraries.oneOf(
                expression(0),
                Combinators.combine(part, binary(), part).as("(%s) %s (%s)"::formatted),
                Combinators.combine(part, negation(), pattern()).as("(%s) %sLIKE '%s'"::formatted),
                Combinators.combine(part, negation(), part.list().ofMinSize(1).ofMaxSize(3))
                        .as((left, not, set) -> "(%s) %sIN (%s)".formatted(left, not, list(set))),
                Combinators.combine(Arbitraries.of("NOT", "-"), part).as("%s (%s)"::formatted),
                Arbitraries.of("EXISTS id", "EXISTS missing"),
                Combinators.combine(functions(), part.list().ofMaxSize(3))
                        .as((name, arguments) -> "%s(%s)".formatted(name, list(arguments))));
    }

    private static String list(List<String> expressions) {
        return String.join(", ", expressions);
    }

    private static Arbitrary<String> binary() {
        return Arbitraries.of(
                "AND", "OR", "XOR", "=", "!=", "<>", "<", "<=", ">", ">=", "*", "/", "%", "+", "-");
    }

    private static Arbitrary<String> negation() {
        return Arbitraries.of("", "NOT ");
    }

    private static Arbitrary<String> pattern() {
        return Arbitraries.strings().withChars("abA%_").ofMaxLength(6);
    }

    private static Arbitrary<String> functions() {
        return Arbitraries.of(
                "LENGTH",
                "CONCAT",
                "CONCAT_WS",
                "LOWER",
                "UPPER",
                "TRIM",
                "LEFT",
                "RIGHT",
                "SUBSTRING",
                "ABS",
                "INT",
                "BOOL",
                "STRING");
    }
}
