package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Two values side by side. */
record Comparison(Operator operator, Expression left, Expression right) implements Expression {
    /** The comparisons that there are, by OData's names. */
    enum Operator {
        EQ("Equal"),
        NE("NotEqual"),
        GT("GreaterThan"),
        GE("GreaterThanOrEqual"),
        LT("LessThan"),
        LE("LessThanOrEqual");

        private final String title;

        Operator(String title) {
            this.title = title;
        }

        static Optional<Operator> of(Token token) {
            return Arrays.stream(values())
                    .filter(each -> token.isWord(each.name().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        private boolean isOfOrder() {
            return this != EQ && this != NE;
        }

        /** Whether it holds where the left is so much more than the right. */
        private boolean holds(int difference) {
            return switch (this) {
                case EQ -> difference == 0;
                case NE -> difference != 0;
                case GT -> difference > 0;
                case GE -> difference >= 0;
                case LT -> difference < 0;
                case LE -> difference <= 0;
            };
        }
    }

    @Override
    public Kind check(ListType type) {
        Kind common = common(type);
        if (operator.isOfOrder() && (common == Kind.FLAG || common == Kind.NULL)) {
            throw unlike(type);
        }
        return Kind.FLAG;
    }

    /** The kind that both are compared as; a quoted literal may be a number or a time. */
    private Kind common(ListType type) {
        Kind one = left.check(type);
        Kind other = right.check(type);
        if (one == other || other == Kind.NULL || isReadAs(one, right)) {
            return one;
        }
        if (one == Kind.NULL || isReadAs(other, left)) {
            return other;
        }
        throw unlike(type);
    }

    private static boolean isReadAs(Kind kind, Expression expression) {
        return (kind == Kind.NUMBER || kind == Kind.TIME)
                && expression instanceof Literal literal
                && literal.kind() == Kind.TEXT
                && kind.of(literal.text()).isPresent();
    }

    private InvalidQuery unlike(ListType type) {
        return new InvalidQuery(
                ("A binary operator with incompatible types was detected. Found operand types"
                                + " '%s' and '%s' for operator kind '%s'")
                        .formatted(
                                left.check(type).title(),
                                right.check(type).title(),
                                operator.title));
    }

    @Override
    public Optional<Object> value(ListType type, Members members) {
        Optional<Object> one = left.value(type, members);
        Optional<Object> other = right.value(type, members);
        if (left.equals(Literal.NULL) || right.equals(Literal.NULL)) {
            boolean isMissing = one.isEmpty() && other.isEmpty();
            return Optional.of(isMissing == (operator == Operator.EQ));
        }
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(operator == Operator.NE);
        }
        return Optional.of(operator.holds(difference(one.get(), other.get(), common(type))));
    }

    private static int difference(Object one, Object other, Kind kind) {
        return compare(as(kind, one), as(kind, other));
    }

    /** A quoted literal as the number or time that it is compared with. */
    private static Object as(Kind kind, Object value) {
        return value instanceof String text ? kind.of(text).orElse(text) : value;
    }

    /** The order of two values of one kind. */
    @SuppressWarnings("unchecked") // Every kind's values are of one class that compares itself.
    static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
