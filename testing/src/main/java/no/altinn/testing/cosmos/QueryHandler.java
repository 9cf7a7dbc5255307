package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.cosmos.Documents.Stored;
import no.altinn.testing.cosmos.sql.Parser;
import no.altinn.testing.cosmos.sql.Query;
import no.altinn.testing.json.Json;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers queries over one container. */
final class QueryHandler {
    private final PartitionKeys keys;
    private final KeyRanges ranges;
    private final IndexingPolicy indexes;
    private final Documents documents;

    QueryHandler(
            PartitionKeys keys, KeyRanges ranges, IndexingPolicy indexes, Documents documents) {
        this.keys = keys;
        this.ranges = ranges;
        this.indexes = indexes;
        this.documents = documents;
    }

    /** The query plan, which the SDK asks for before it sends the query. */
    Answer plan(Request request) {
        String sql = request.json().path("query").asText();
        return Answers.json(200, new QueryPlan(query(request), sql, keys).json());
    }

    Answer answer(Request request) {
        Query query = query(request);
        boolean isIndexed = indexes.serves(query);
        List<Stored> inScope = documents.all().stream().filter(Scope.of(request, ranges)).toList();
        if (query.counts()) {
            return counted(query, isIndexed, inScope);
        }
        Comparator<Stored> order = order(query);
        Optional<Continuation> start =
                request.header()
                        .apply("x-ms-continuation")
                        .filter(token -> !token.isEmpty())
                        .map(Continuation::read);
        List<Stored> found =
                inScope.stream()
                        .filter(document -> query.finds(document.json()))
                        .filter(d -> start.isEmpty() || order.compare(d, stored(start.get())) > 0)
                        .sorted(order)
                        .toList();
        QueryAnswer answer =
                new QueryAnswer(query, start.map(Continuation::given).orElse(0), request.limit());
        int offset = start.isEmpty() ? Math.min(query.offset(), found.size()) : 0;
        List<Stored> rest = found.subList(offset, found.size());
        rest.stream().takeWhile(document -> answer.hasRoom()).forEach(answer::add);
        double passed = kibibytes(found.subList(0, offset));
        double looked = isIndexed ? passed + answer.kibibytes() : kibibytes(inScope);
        return priced(answer.answer(rest.size()), looked, isIndexed);
    }

    /** With an index, the documents themselves need not be looked at. */
    private static Answer counted(Query query, boolean isIndexed, List<Stored> inScope) {
        long found = inScope.stream().filter(document -> query.finds(document.json())).count();
        ObjectNode body = Json.object().put("_rid", "").put("_count", 1);
        body.putArray("Documents").add(query.selectCount(Math.toIntExact(found)));
        double looked = isIndexed ? 0 : kibibytes(inScope);
        return priced(Answers.json(200, body), looked, isIndexed);
    }

    private static Answer priced(Answer answer, double kibibytes, boolean isIndexed) {
        Answer priced = answer.costing(RequestUnits.ofQuery(kibibytes));
        return isIndexed ? priced : priced.with(CosmosServer.SCANNED, "true");
    }

    /** What is equal comes in the order of creation, or in its reverse, as the index is read. */
    private static Comparator<Stored> order(Query query) {
        Comparator<Stored> created = Comparator.comparingLong(Stored::number);
        boolean isReverse = query.orders().stream().limit(1).anyMatch(Query.Order::descending);
        return Comparator.<Stored, JsonNode>comparing(Stored::json, query::compare)
                .thenComparing(isReverse ? created.reversed() : created);
    }

    private static double kibibytes(List<Stored> documents) {
        return documents.stream()
                .mapToDouble(document -> RequestUnits.kibibytes(document.json().toString()))
                .sum();
    }

    private static Stored stored(Continuation last) {
        return new Stored(last.number(), 0, List.of(), "", (ObjectNode) last.last());
    }

    private static Query query(Request request) {
        JsonNode body = request.json();
        Map<String, JsonNode> parameters = new HashMap<>();
        body.path("parameters")
                .forEach(p -> parameters.put(p.path("name").asText(), p.path("value")));
        return Parser.query(body.path("query").asText(), parameters);
    }
}
