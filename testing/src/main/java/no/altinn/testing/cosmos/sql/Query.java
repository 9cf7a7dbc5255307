package no.altinn.testing.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/**
 * A query that has been read.
 *
 * @param top the most documents it gives
 * @param slice which part of what it finds it gives
 * @param selection what it gives of each
 */
public record Query(
        Optional<Integer> top,
        Selection selection,
        Optional<Expression> where,
        List<Order> orders,
        Optional<Slice> slice) {

    /** What a query gives of each document. */
    public sealed interface Selection {}

    /** The whole document. */
    public record Everything() implements Selection {}

    /** One value, not in an object of its own. */
    public record Value(Expression expression) implements Selection {}

    /** An object of some values. */
    public record Members(List<Column> columns) implements Selection {}

    /** A value and its name. */
    public record Column(String name, Expression value) {}

    /** By what a query sorts. */
    public record Order(Expression.Path path, boolean descending) {}

    /** {@code OFFSET … LIMIT …}: how many documents are left out at first, and then given. */
    public record Slice(int offset, int limit) {}

    /** How many documents it leaves out at first. */
    public int offset() {
        return slice.map(Slice::offset).orElse(0);
    }

    /** The most documents that it gives, however it says so. */
    public Optional<Integer> most() {
        return top.or(() -> slice.map(Slice::limit));
    }

    /** Whether the query finds this document. */
    public boolean finds(JsonNode document) {
        return where.isEmpty() || Evaluator.isTrue(where.get(), document);
    }

    /** What a member of every document that is found is equal to, if the query says so. */
    public Optional<JsonNode> equated(String path) {
        return where.flatMap(condition -> equated(path, condition));
    }

    private static Optional<JsonNode> equated(String path, Expression condition) {
        if (condition instanceof Expression.Junction junction && junction.all()) {
            return junction.members().stream()
                    .flatMap(member -> equated(path, member).stream())
                    .findFirst();
        }
        return condition instanceof Expression.Comparison comparison
                        && comparison.operator().equals("=")
                        && comparison.left() instanceof Expression.Path left
                        && comparison.right() instanceof Expression.Literal right
                        && left.text().equals(path)
                ? Optional.of(right.value())
                : Optional.empty();
    }

    /** What the query gives of a document; missing when that is undefined. */
    public JsonNode select(JsonNode document) {
        if (selection instanceof Value value) {
            return Evaluator.value(value.expression(), document);
        }
        if (selection instanceof Members members) {
            return Evaluator.members(members.columns(), document);
        }
        return document;
    }

    /** Whether the query gives how many documents it finds, and not the documents. */
    public boolean counts() {
        return selection instanceof Value value && counts(value.expression());
    }

    private static boolean counts(Expression expression) {
        return expression instanceof Expression.Count || expression.parts().anyMatch(Query::counts);
    }

    /** What a query that counts gives. */
    public JsonNode selectCount(int found) {
        return Evaluator.counted(((Value) selection).expression(), found);
    }

    /** The order in which the query gives two documents; zero when it does not say. */
    public int compare(JsonNode left, JsonNode right) {
        for (Order order : orders) {
            int compared =
                    Values.ORDER.compare(
                            Evaluator.value(order.path(), left),
                            Evaluator.value(order.path(), right));
            if (compared != 0) {
                return order.descending() ? -compared : compared;
            }
        }
        return 0;
    }
}
