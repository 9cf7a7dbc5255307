package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.cosmos.sql.Query;
import no.altinn.testing.cosmos.sql.Rewriting;
import no.altinn.testing.json.Json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to the SDK's request for a plan, which comes before its query: which ranges it must
 * ask, and how it must merge their answers. The form is that of the plans in the tests of the
 * vendor's SDK for .NET.
 */
final class QueryPlan {
    private final Query query;
    private final String sql;
    private final Optional<String> effectiveKey;

    /**
     * The plan of a query.
     *
     * @param sql as it was sent
     */
    QueryPlan(Query query, String sql, PartitionKeys keys) {
        this.query = query;
        this.sql = sql;
        List<JsonNode> key =
                keys.paths().stream().flatMap(path -> query.equated(path).stream()).toList();
        this.effectiveKey =
                key.size() == keys.paths().size()
                        ? Optional.of(keys.effective(PartitionKeys.of(key)))
                        : Optional.empty();
    }

    ObjectNode json() {
        ObjectNode plan = Json.object().put("partitionedQueryExecutionInfoVersion", 2);
        describe(plan.putObject("queryInfo"));
        plan.putArray("queryRanges")
                .addObject()
                .put("min", effectiveKey.orElse(""))
                .put("max", effectiveKey.orElse("FF"))
                .put("isMinInclusive", true)
                .put("isMaxInclusive", effectiveKey.isPresent());
        return plan;
    }

    private void describe(ObjectNode info) {
        // Within one logical partition nothing is left for the SDK to sort.
        List<Query.Order> orders = effectiveKey.isPresent() ? List.of() : query.orders();
        info.put("distinctType", "None").put("top", query.top().orElse(null));
        Optional<Query.Slice> slice = effectiveKey.isPresent() ? Optional.empty() : query.slice();
        info.put("offset", slice.map(Query.Slice::offset).orElse(null))
                .put("limit", slice.map(Query.Slice::limit).orElse(null));
        ArrayNode directions = info.putArray("orderBy");
        ArrayNode expressions = info.putArray("orderByExpressions");
        for (Query.Order order : orders) {
            directions.add(order.descending() ? "Descending" : "Ascending");
            expressions.add(order.path().sql());
        }
        Stream.of("groupByExpressions", "groupByAliases").forEach(info::putArray);
        ArrayNode aggregates = info.putArray("aggregates");
        if (query.counts()) {
            aggregates.add("Count");
        }
        info.putObject("groupByAliasToAggregateType");
        info.put("rewrittenQuery", rewritten(orders))
                .put("hasSelectValue", query.selection() instanceof Query.Value)
                .put("hasNonStreamingOrderBy", false);
    }

    private String rewritten(List<Query.Order> orders) {
        if (query.counts()) {
            return Rewriting.ofCount(sql);
        }
        return orders.isEmpty() ? "" : Rewriting.of(sql, query);
    }
}
