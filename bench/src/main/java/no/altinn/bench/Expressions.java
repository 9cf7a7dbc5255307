package no.altinn.bench;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.Attributes;
import no.altinn.events.filter.cesql.CesqlExpression;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to evaluate one CESQL expression: an everyday one, and those that cost most within
 * the bounds, on attributes of 4 096 characters. What would cost more than an evaluation may ends
 * with an error.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Expressions {
    /** What is evaluated. */
    public enum Kind {
        EVERYDAY("type LIKE 'parking.%' AND (zone = 7 OR subject IN ('/party/1', '/party/2'))"),
        PATTERN_OF_25_WILDCARDS("a LIKE '" + "%a".repeat(25) + "b'"),
        MANY_PATTERNS(repeated("a LIKE '%b_' OR ", "FALSE")),
        LONG_PATTERN("LEFT(a, 999) LIKE '" + "%a_a".repeat(240) + "b'"),
        LETTERS(repeated("UPPER(n) = '' OR ", "FALSE")),
        LONG_TEXTS(repeated("CONCAT(a, a) = '' OR ", "FALSE")),
        SUBSTRINGS(repeated("RIGHT(n, 9) = '' OR ", "FALSE")),
        EQUALITY(repeated("a=b OR ", "FALSE")),
        SUM("1" + "+1".repeat(511)),
        NESTED("NOT ".repeat(20) + "TRUE"),
        SET("a IN (" + "'a',".repeat(250) + "'b')");

        private final String expression;

        Kind(String expression) {
            this.expression = expression;
        }

        private static String repeated(String part, String end) {
            return part.repeat((CesqlExpression.MOST_CHARACTERS - end.length()) / part.length())
                    + end;
        }
    }

    @Param private Kind kind;

    private CesqlExpression expression;
    private Attributes event;

    @Setup
    public void read() {
        expression = CesqlExpression.parse(kind.expression);
        event = Expressions::attribute;
    }

    private static Optional<AttributeValue> attribute(String name) {
        return Optional.of(
                switch (name) {
                    case "a" -> A;
                    case "b" -> B;
                    case "n" -> NORWEGIAN;
                    case "zone" -> new Text("7");
                    default -> new Text("parking." + name.toLowerCase(Locale.ROOT));
                });
    }

    private static final Text A = new Text("a".repeat(4_096));
    private static final Text B = new Text("a".repeat(4_095) + "b");
    private static final Text NORWEGIAN = new Text("blåbærsyltetøy Ω".repeat(256));

    /** Whether the event passes. */
    @Benchmark
    public boolean evaluate() {
        return expression.evaluate(event).passes();
    }
}
