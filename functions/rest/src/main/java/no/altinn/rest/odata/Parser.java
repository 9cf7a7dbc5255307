package no.altinn.rest.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a filter: {@code or} binds least, then {@code and}, {@code not}, comparisons. For one
 * thread.
 */
final class Parser {
    private static final int DEEPEST = 20;

    private final Lexer lexer;
    private Token token;
    private int depth;

    Parser(String filter) {
        this.lexer = new Lexer(filter);
        this.token = lexer.next();
    }

    /**
     * The whole filter.
     *
     * @throws InvalidQuery if it cannot be read
     */
    Expression parse() {
        Expression whole = or();
        if (!token.is(Token.Kind.END)) {
            throw unexpected();
        }
        return whole;
    }

    /** As the reader of Altinn 2 tells it: the position behind the word that does not fit. */
    private InvalidQuery unexpected() {
        return lexer.syntaxError(token.end());
    }

    private Token take() {
        Token taken = token;
        token = lexer.next();
        return taken;
    }

    private void take(Token.Kind kind) {
        if (!token.is(kind)) {
            throw unexpected();
        }
        take();
    }

    private Expression or() {
        Expression left = and();
        while (token.isWord("or")) {
            take();
            left = new Logic(false, left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (token.isWord("and")) {
            take();
            left = new Logic(true, left, not());
        }
        return left;
    }

    private Expression not() {
        if (!token.isWord("not")) {
            return comparison();
        }
        descend();
        take();
        Expression inner = not();
        depth--;
        return new Not(inner);
    }

    private void descend() {
        depth++;
        if (depth > DEEPEST) {
            throw new InvalidQuery(
                    "The filter is nested too deeply: the limit is %d".formatted(DEEPEST));
        }
    }

    private Expression comparison() {
        Expression left = operand();
        Optional<Comparison.Operator> operator = Comparison.Operator.of(token);
        if (operator.isEmpty()) {
            return left;
        }
        take();
        return new Comparison(operator.get(), left, operand());
    }

    private Expression operand() {
        return switch (token.kind()) {
            case OPEN -> bracket();
            case TEXT -> new Literal(Kind.TEXT, take().text());
            case NUMBER -> new Literal(Kind.NUMBER, number());
            case TIME -> time();
            case NAME -> name();
            case CLOSE, COMMA, END -> throw unexpected();
        };
    }

    private Expression bracket() {
        descend();
        take();
        Expression inner = or();
        take(Token.Kind.CLOSE);
        depth--;
        return inner;
    }

    /** Without the letter that names a number's size. */
    private String number() {
        return take().text().replaceFirst("[A-Za-z]$", "");
    }

    private Expression time() {
        if (Kind.TIME.of(token.text()).isEmpty()) {
            throw unexpected();
        }
        return new Literal(Kind.TIME, take().text());
    }

    private Expression name() {
        Token name = take();
        if (token.is(Token.Kind.OPEN)) {
            return call(name);
        }
        return switch (name.text()) {
            case "true", "false" -> new Literal(Kind.FLAG, name.text());
            case "null" -> Literal.NULL;
            default -> new Property(name.text());
        };
    }

    private Expression call(Token name) {
        Call.Function function =
                Call.Function.named(name.text())
                        .orElseThrow(
                                () ->
                                        new InvalidQuery(
                                                "An unknown function with name '%s' was found"
                                                        .formatted(name.text())));
        descend();
        take(Token.Kind.OPEN);
        List<Expression> arguments = new ArrayList<>();
        arguments.add(or());
        while (arguments.size() < function.arity()) {
            take(Token.Kind.COMMA);
            arguments.add(or());
        }
        take(Token.Kind.CLOSE);
        depth--;
        return new Call(function, arguments);
    }
}
