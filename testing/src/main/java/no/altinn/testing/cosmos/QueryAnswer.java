package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.cosmos.Documents.Stored;
import no.altinn.testing.cosmos.sql.Query;
import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.List;

/** Collects what one request for a query's answer gets. Not thread-safe. */
final class QueryAnswer {
    private static final int MOST_CHARACTERS = 4 << 20;

    private final Query query;
    private final int givenBefore;
    private final int limit;
    private final ObjectNode body = Json.object().put("_rid", "");
    private final ArrayNode documents = body.putArray("Documents");
    private final List<Stored> taken = new ArrayList<>();
    private long characters;
    private double kibibytes;

    QueryAnswer(Query query, int givenBefore, int limit) {
        this.query = query;
        this.givenBefore = givenBefore;
        this.limit = limit;
    }

    boolean hasRoom() {
        return taken.size() < limit && characters < MOST_CHARACTERS && !isComplete();
    }

    private boolean isComplete() {
        return query.most().filter(most -> givenBefore + taken.size() >= most).isPresent();
    }

    void add(Stored document) {
        String text = document.json().toString();
        taken.add(document);
        characters += text.length();
        kibibytes += RequestUnits.kibibytes(text);
        JsonNode selected = query.select(document.json());
        if (!selected.isMissingNode()) {
            documents.add(selected);
        }
    }

    /** The size of all documents taken. */
    double kibibytes() {
        return kibibytes;
    }

    /**
     * The answer.
     *
     * @param found how many there were to take from
     */
    Answer answer(int found) {
        body.put("_count", documents.size());
        Answer answer = Answers.json(200, body);
        if (taken.size() == found || isComplete()) {
            return answer;
        }
        Stored last = taken.get(taken.size() - 1);
        ObjectNode sorted = Json.object();
        query.orders()
                .forEach(
                        order ->
                                sorted.set(
                                        order.path().names().get(0),
                                        last.json().path(order.path().names().get(0))));
        return answer.with(
                "x-ms-continuation",
                new Continuation(givenBefore + taken.size(), sorted, last.number()).token());
    }
}
