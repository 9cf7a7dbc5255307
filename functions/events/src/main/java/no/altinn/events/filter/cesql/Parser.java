package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.AttributeValue.Whole;
import no.altinn.events.filter.cesql.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the grammar of CESQL 1.0.0 (§2) by recursive descent: a method for each level of the order
 * of operators (§3.6), the loosest first. Operators of one level are taken from left to right.
 */
final class Parser {
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]+");
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z][A-Za-z_]*");

    private static final Map<String, Logic.Operator> LOGIC =
            Map.of("and", Logic.Operator.AND, "or", Logic.Operator.OR, "xor", Logic.Operator.XOR);

    private static final Map<String, Comparison.Operator> COMPARISON =
            Map.of(
                    "=", Comparison.Operator.EQUAL,
                    "!=", Comparison.Operator.NOT_EQUAL,
                    "<>", Comparison.Operator.NOT_EQUAL,
                    "<", Comparison.Operator.LESS,
                    "<=", Comparison.Operator.LESS_OR_EQUAL,
                    ">", Comparison.Operator.GREATER,
                    ">=", Comparison.Operator.GREATER_OR_EQUAL);

    private static final Map<String, Arithmetic.Operator> SUM =
            Map.of("+", Arithmetic.Operator.PLUS, "-", Arithmetic.Operator.MINUS);

    private static final Map<String, Arithmetic.Operator> PRODUCT =
            Map.of(
                    "*", Arithmetic.Operator.TIMES,
                    "/", Arithmetic.Operator.DIVIDED_BY,
                    "%", Arithmetic.Operator.MODULO);

    private final List<Token> tokens;
    private int next;
    private int depth;

    Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * The whole expression.
     *
     * @throws InvalidCesql if the tokens are none
     */
    Node expression() {
        Node root = logic();
        if (peek().kind() != Kind.END) {
            throw unexpected("an operator or the end");
        }
        return root;
    }

    private Node logic() {
        Node left = comparison();
        Optional<Logic.Operator> operator = take(LOGIC);
        while (operator.isPresent()) {
            left = new Logic(operator.get(), left, comparison());
            operator = take(LOGIC);
        }
        return left;
    }

    private Node comparison() {
        Node left = sum();
        Optional<Comparison.Operator> operator = take(COMPARISON);
        while (operator.isPresent()) {
            left = new Comparison(operator.get(), left, sum());
            operator = take(COMPARISON);
        }
        return left;
    }

    private Node sum() {
        Node left = product();
        Optional<Arithmetic.Operator> operator = take(SUM);
        while (operator.isPresent()) {
            left = new Arithmetic(operator.get(), left, product());
            operator = take(SUM);
        }
        return left;
    }

    private Node product() {
        Node left = test();
        Optional<Arithmetic.Operator> operator = take(PRODUCT);
        while (operator.isPresent()) {
            left = new Arithmetic(operator.get(), left, test());
            operator = take(PRODUCT);
        }
        return left;
    }

    /** LIKE and IN, with NOT before them or without. */
    private Node test() {
        Node left = unary();
        while (true) {
            boolean isNegated = take("not");
            if (take("like")) {
                left = new Like(left, LikePattern.of(pattern()), isNegated);
            } else if (take("in")) {
                left = new Membership(left, set(), isNegated);
            } else if (isNegated) {
                throw unexpected("LIKE or IN");
            } else {
                return left;
            }
        }
    }

    private String pattern() {
        if (peek().kind() != Kind.STRING) {
            throw unexpected("a pattern in quotes");
        }
        return take().text();
    }

    private List<Node> set() {
        require("(");
        return list();
    }

    private Node unary() {
        if (take("not")) {
            return nested(() -> new Unary(Unary.Operator.NOT, unary()));
        }
        if (isSigned()) {
            String sign = take().text();
            return integer(sign + take().text());
        }
        if (take("-")) {
            return nested(() -> new Unary(Unary.Operator.MINUS, unary()));
        }
        return primary();
    }

    /** Whether a sign stands directly before a number, so that it is a part of it. */
    private boolean isSigned() {
        Token sign = peek();
        return (sign.is("-") || sign.is("+"))
                && tokens.get(next + 1).isDigits()
                && tokens.get(next + 1).start() == sign.start() + 1;
    }

    private static Node integer(String digits) {
        int number =
                Numbers.parse(digits)
                        .orElseThrow(() -> new InvalidCesql(digits + " is no integer of 32 bits"));
        return new Literal(new Whole(number));
    }

    private Node primary() {
        if (take("(")) {
            return nested(this::bracket);
        }
        if (take("exists")) {
            return new Exists(attribute());
        }
        Token token = peek();
        if (token.kind() == Kind.STRING) {
            return new Literal(new Text(take().text()));
        }
        if (token.is("true") || token.is("false")) {
            return new Literal(Node.of(take().is("true")));
        }
        if (token.isDigits()) {
            return integer(take().text());
        }
        boolean isCall = token.kind() == Kind.WORD && tokens.get(next + 1).is("(");
        return isCall && !Words.isKeyword(token.text()) ? call() : new AttributeAccess(attribute());
    }

    private Node bracket() {
        Node inner = logic();
        require(")");
        return inner;
    }

    private Node call() {
        if (!FUNCTION.matcher(peek().text()).matches()) {
            throw unexpected("a function's name of letters and _");
        }
        String name = take().text();
        require("(");
        return FunctionCall.of(name, take(")") ? List.of() : list());
    }

    /** Expressions with commas between them, and the bracket behind. */
    private List<Node> list() {
        List<Node> parts = new ArrayList<>();
        do {
            parts.add(nested(this::logic));
        } while (take(","));
        require(")");
        return List.copyOf(parts);
    }

    private String attribute() {
        Token name = peek();
        if (name.kind() != Kind.WORD || Words.isKeyword(name.text()) || name.isDigits()) {
            throw unexpected("a value");
        }
        if (!ATTRIBUTE.matcher(name.text()).matches()) {
            throw new InvalidCesql(
                    "an attribute's name has lower-case letters and digits alone: " + name.shown());
        }
        return take().text();
    }

    /** Reads what stands within something else, so many levels deep at most. */
    private Node nested(Supplier<Node> inner) {
        if (++depth > CesqlExpression.MOST_NESTING) {
            throw new InvalidCesql(
                    "it is nested over %d levels deep".formatted(CesqlExpression.MOST_NESTING));
        }
        Node node = inner.get();
        depth--;
        return node;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean take(String wanted) {
        boolean isThere = peek().is(wanted);
        next += isThere ? 1 : 0;
        return isThere;
    }

    private <T> Optional<T> take(Map<String, T> operators) {
        return operators.keySet().stream().filter(this::take).findFirst().map(operators::get);
    }

    private void require(String symbol) {
        if (!take(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    private InvalidCesql unexpected(String wanted) {
        return new InvalidCesql("%s is expected, not %s".formatted(wanted, peek().shown()));
    }
}
