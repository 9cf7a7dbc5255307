package no.altinn.events.filter.cesql;

import no.altinn.events.event.Attributes;

import java.util.Optional;

/**
 * A CESQL 1.0.0 expression. To evaluate it takes a bounded time, whatever the expression and the
 * event are: see {@link Evaluation#MOST_WORK}. Immutable; equal when the texts are.
 */
public final class CesqlExpression {
    /** The most characters (UTF-16) of an expression. */
    public static final int MOST_CHARACTERS = 1_024;

    /** How deep brackets, sets, functions and unary operators may stand in one another. */
    public static final int MOST_NESTING = 20;

    private final String text;
    private final Node root;

    private CesqlExpression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads an expression.
     *
     * @throws InvalidCesql if the text is none, or is beyond a bound
     */
    public static CesqlExpression parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new InvalidCesql("it has more than %d characters".formatted(MOST_CHARACTERS));
        }
        return new CesqlExpression(text, new Parser(Tokens.of(text)).expression());
    }

    /**
     * Why the expression can pass no event, in words that go on after a colon; empty if it may pass
     * some. Such an expression is valid CESQL, and of no use as a filter.
     */
    public Optional<String> fault() {
        Optional<String> missing = root.missingFunction();
        if (missing.isPresent()) {
            return missing.map(call -> "there is no function " + call);
        }
        return root.isNeverTruth() ? Optional.of("it must give true or false") : Optional.empty();
    }

    /** Evaluates it until its first error. */
    public CesqlResult evaluate(Attributes event) {
        Evaluation evaluation = new Evaluation(event);
        return new CesqlResult(root.evaluate(evaluation), evaluation.error());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CesqlExpression expression && text.equals(expression.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
