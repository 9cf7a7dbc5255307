package no.altinn.events.azure.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.azure.cosmos.server.Documents.Stored;
import no.altinn.events.azure.cosmos.server.sql.Parser;
import no.altinn.events.azure.cosmos.server.sql.Query;
import no.altinn.platform.http.Json;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers queries over one container. */
final class QueryHandler {
    private final IndexingPolicy indexes;
    private final Documents documents;

    QueryHandler(IndexingPolicy indexes, Documents documents) {
        this.indexes = indexes;
        this.documents = documents;
    }

    /** What the SDK is told of a query before it asks it: nothing, the server does all of it. */
    static Answer plan(Request request) {
        Query query = query(request);
        ObjectNode plan = Json.object().put("partitionedQueryExecutionInfoVersion", 2);
        ObjectNode info = plan.putObject("queryInfo").put("distinctType", "None");
        List.of("top", "offset", "limit").forEach(info::putNull);
        List.of(
                        "orderBy",
                        "orderByExpressions",
                        "groupByExpressions",
                        "groupByAliases",
                        "aggregates")
                .forEach(info::putArray);
        info.putObject("groupByAliasToAggregateType");
        info.put("rewrittenQuery", "")
                .put("hasSelectValue", query.selection() instanceof Query.Value)
                .put("hasNonStreamingOrderBy", false);
        plan.putArray("queryRanges")
                .addObject()
                .put("min", "")
                .put("max", "FF")
                .put("isMinInclusive", true)
                .put("isMaxInclusive", false);
        return Answers.json(200, plan);
    }

    Answer answer(Request request) {
        Query query = query(request);
        boolean isIndexed = indexes.serves(query);
        Optional<List<Object>> key =
                request.header().apply("x-ms-documentdb-partitionkey").map(PartitionKeys::named);
        List<Stored> inKey =
                documents.all().stream()
                        .filter(d -> key.isEmpty() || PartitionKeys.begins(d.key(), key.get()))
                        .toList();
        Comparator<Stored> order =
                Comparator.<Stored, JsonNode>comparing(Stored::json, query::compare)
                        .thenComparingLong(Stored::number);
        Optional<Continuation> start =
                request.header()
                        .apply("x-ms-continuation")
                        .filter(token -> !token.isEmpty())
                        .map(Continuation::read);
        List<Stored> found =
                inKey.stream()
                        .filter(document -> query.finds(document.json()))
                        .filter(d -> start.isEmpty() || order.compare(d, stored(start.get())) > 0)
                        .sorted(order)
                        .toList();
        QueryAnswer answer =
                new QueryAnswer(query, start.map(Continuation::given).orElse(0), request.limit());
        found.stream().takeWhile(document -> answer.hasRoom()).forEach(answer::add);
        double looked = isIndexed ? answer.kibibytes() : kibibytes(inKey);
        Answer whole = answer.answer(found.size()).costing(RequestUnits.ofQuery(looked));
        return isIndexed ? whole : whole.with(CosmosServer.SCANNED, "true");
    }

    private static double kibibytes(List<Stored> documents) {
        return documents.stream()
                .mapToDouble(document -> RequestUnits.kibibytes(document.json().toString()))
                .sum();
    }

    private static Stored stored(Continuation last) {
        return new Stored(last.number(), 0, List.of(), (ObjectNode) last.last());
    }

    private static Query query(Request request) {
        JsonNode body = request.json();
        Map<String, JsonNode> parameters = new HashMap<>();
        body.path("parameters")
                .forEach(p -> parameters.put(p.path("name").asText(), p.path("value")));
        return Parser.query(body.path("query").asText(), parameters);
    }
}
