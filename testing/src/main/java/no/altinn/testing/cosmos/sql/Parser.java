package no.altinn.testing.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.testing.cosmos.sql.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the part of Cosmos DB's SQL that the stores write; anything else is a syntax error. */
public final class Parser {
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
    private static final Map<String, Set<Integer>> ARGUMENTS =
            Map.of(
                    "STARTSWITH",
                    Set.of(2),
                    "REGEXMATCH",
                    Set.of(2, 3),
                    Expression.Call.ARRAY_CONTAINS,
                    Set.of(2),
                    "IS_DEFINED",
                    Set.of(1),
                    "IS_NULL",
                    Set.of(1),
                    "IS_BOOLEAN",
                    Set.of(1),
                    "IS_NUMBER",
                    Set.of(1),
                    "IS_STRING",
                    Set.of(1),
                    "IS_ARRAY",
                    Set.of(1),
                    "IS_OBJECT",
                    Set.of(1));

    private static final Expression ONE = new Expression.Literal(DoubleNode.valueOf(1));

    private final List<Token> words;
    private final Map<String, JsonNode> parameters;
    private int at;
    // Only the one value that a query gives may be a count of all that it finds.
    private boolean isValue;

    private Parser(String sql, Map<String, JsonNode> parameters) {
        this.words = Lexer.words(sql);
        this.parameters = parameters;
    }

    /**
     * A whole query.
     *
     * @param parameters the parameters' values by their names, {@code @} included
     */
    public static Query query(String sql, Map<String, JsonNode> parameters) {
        return new Parser(sql, parameters).query();
    }

    /** A patch's condition: {@code FROM c WHERE …}. */
    public static Expression condition(String sql) {
        Parser parser = new Parser(sql, Map.of());
        parser.from();
        parser.require("WHERE");
        Expression condition = parser.expression();
        parser.end();
        return condition;
    }

    private Query query() {
        require("SELECT");
        Optional<Integer> top =
                optional("TOP")
                        ? Optional.of(Integer.valueOf(take(Kind.NUMBER)))
                        : Optional.empty();
        Query.Selection selection = selection();
        from();
        Optional<Expression> where =
                optional("WHERE") ? Optional.of(expression()) : Optional.empty();
        List<Query.Order> orders = List.of();
        if (optional("ORDER")) {
            require("BY");
            orders = list(this::order);
        }
        Optional<Query.Slice> slice = optional("OFFSET") ? Optional.of(slice()) : Optional.empty();
        end();
        return new Query(top, selection, where, orders, slice);
    }

    private Query.Slice slice() {
        int offset = Integer.parseInt(take(Kind.NUMBER));
        require("LIMIT");
        return new Query.Slice(offset, Integer.parseInt(take(Kind.NUMBER)));
    }

    private Query.Selection selection() {
        if (symbol("*")) {
            return new Query.Everything();
        }
        isValue = optional("VALUE");
        Query.Selection selection =
                isValue ? new Query.Value(expression()) : new Query.Members(list(this::column));
        isValue = false;
        return selection;
    }

    private Query.Column column() {
        Expression value = expression();
        if (optional("AS")) {
            return new Query.Column(take(Kind.NAME), value);
        }
        if (value instanceof Expression.Path path && !path.names().isEmpty()) {
            return new Query.Column(path.names().get(path.names().size() - 1), value);
        }
        throw syntax();
    }

    private void from() {
        require("FROM");
        if (!take(Kind.NAME).equals("c")) {
            throw syntax();
        }
    }

    private Query.Order order() {
        Expression.Path path = path();
        boolean descending = optional("DESC");
        if (!descending) {
            optional("ASC");
        }
        return new Query.Order(path, descending);
    }

    private Expression expression() {
        List<Expression> parts = new ArrayList<>(List.of(conjunction()));
        while (optional("OR")) {
            parts.add(conjunction());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Junction(false, parts);
    }

    private Expression conjunction() {
        List<Expression> parts = new ArrayList<>(List.of(negation()));
        while (optional("AND")) {
            parts.add(negation());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Junction(true, parts);
    }

    private Expression negation() {
        return optional("NOT") ? new Expression.Not(negation()) : comparison();
    }

    private Expression comparison() {
        Expression left = primary();
        if (optional("IN")) {
            return new Expression.In(left, arguments());
        }
        if (word().kind() == Kind.SYMBOL && COMPARISONS.contains(word().text())) {
            return new Expression.Comparison(take(Kind.SYMBOL), left, primary());
        }
        return left;
    }

    private Expression primary() {
        if (symbol("(")) {
            Expression inner = expression();
            requireSymbol(")");
            return inner;
        }
        if (symbol("[")) {
            Expression listed = new Expression.Listed(list(this::expression));
            requireSymbol("]");
            return listed;
        }
        if (symbol("{")) {
            Expression made = new Expression.Made(list(this::member));
            requireSymbol("}");
            return made;
        }
        if (word().kind() == Kind.NAME) {
            return word().text().equals("c") ? path() : call();
        }
        return new Expression.Literal(literal());
    }

    private Query.Column member() {
        String name = take(Kind.STRING);
        requireSymbol(":");
        return new Query.Column(name, expression());
    }

    private JsonNode literal() {
        Token word = word();
        JsonNode value =
                switch (word.kind()) {
                    case STRING -> TextNode.valueOf(word.text());
                    case NUMBER -> DoubleNode.valueOf(Double.parseDouble(word.text()));
                    case PARAMETER ->
                            Optional.ofNullable(parameters.get(word.text()))
                                    .orElseThrow(this::syntax);
                    case KEYWORD ->
                            switch (word.text()) {
                                case "TRUE" -> BooleanNode.TRUE;
                                case "FALSE" -> BooleanNode.FALSE;
                                case "NULL" -> NullNode.getInstance();
                                default -> throw syntax();
                            };
                    default -> throw syntax();
                };
        at++;
        return value;
    }

    private Expression call() {
        String function = take(Kind.NAME).toUpperCase(Locale.ROOT);
        List<Expression> arguments = arguments();
        if (isValue && function.equals("COUNT") && arguments.equals(List.of(ONE))) {
            return new Expression.Count();
        }
        if (!ARGUMENTS.getOrDefault(function, Set.of()).contains(arguments.size())) {
            throw syntax();
        }
        return new Expression.Call(function, arguments);
    }

    private List<Expression> arguments() {
        requireSymbol("(");
        List<Expression> arguments = list(this::expression);
        requireSymbol(")");
        return arguments;
    }

    /** A keyword is no member's name here: it would have to be written in brackets. */
    private Expression.Path path() {
        if (!take(Kind.NAME).equals("c")) {
            throw syntax();
        }
        List<String> names = new ArrayList<>();
        while (symbol(".")) {
            names.add(take(Kind.NAME));
        }
        return new Expression.Path(names);
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> elements = new ArrayList<>(List.of(element.get()));
        while (symbol(",")) {
            elements.add(element.get());
        }
        return elements;
    }

    private Token word() {
        return words.get(at);
    }

    private String take(Kind kind) {
        if (word().kind() != kind) {
            throw syntax();
        }
        return words.get(at++).text();
    }

    private boolean optional(String keyword) {
        return took(Kind.KEYWORD, keyword);
    }

    private boolean symbol(String symbol) {
        return took(Kind.SYMBOL, symbol);
    }

    private boolean took(Kind kind, String text) {
        boolean isThere = word().is(kind, text);
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private void require(String keyword) {
        if (!optional(keyword)) {
            throw syntax();
        }
    }

    private void requireSymbol(String symbol) {
        if (!symbol(symbol)) {
            throw syntax();
        }
    }

    private void end() {
        if (word().kind() != Kind.END) {
            throw syntax();
        }
    }

    private SyntaxError syntax() {
        return new SyntaxError(word().text());
    }
}
