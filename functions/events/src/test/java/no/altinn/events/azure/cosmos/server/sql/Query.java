package no.altinn.events.azure.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/**
 * A query that has been read.
 *
 * @param top the most documents it gives
 * @param selection what it gives of each
 */
public record Query(
        Optional<Integer> top,
        Selection selection,
        Optional<Expression> where,
        List<Order> orders) {

    /** What a query gives of each document. */
    public sealed interface Selection {}

    /** The whole document. */
    public record Everything() implements Selection {}

    /** One value, not in an object of its own. */
    public record Value(Expression expression) implements Selection {}

    /** An object of some of the document's members. */
    public record Members(List<Expression.Path> paths) implements Selection {}

    /** By what a query sorts. */
    public record Order(Expression.Path path, boolean descending) {}

    /** Whether the query finds this document. */
    public boolean finds(JsonNode document) {
        return where.isEmpty() || Evaluator.isTrue(where.get(), document);
    }

    /** What the query gives of a document; missing when that is undefined. */
    public JsonNode select(JsonNode document) {
        if (selection instanceof Value value) {
            return Evaluator.value(value.expression(), document);
        }
        if (selection instanceof Members members) {
            return Evaluator.members(members.paths(), document);
        }
        return document;
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
