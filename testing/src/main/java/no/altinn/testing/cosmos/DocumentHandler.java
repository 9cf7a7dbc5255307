package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.cosmos.Documents.Stored;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers requests for single documents of one container. */
final class DocumentHandler {
    private static final String KEY = "x-ms-documentdb-partitionkey";
    private static final int MOST_BYTES = 2 << 20;

    private final PartitionKeys keys;
    private final IndexingPolicy indexes;
    private final Documents documents;

    DocumentHandler(PartitionKeys keys, IndexingPolicy indexes, Documents documents) {
        this.keys = keys;
        this.indexes = indexes;
        this.documents = documents;
    }

    Answer create(Request request) {
        Stored stored = documents.create(ofItsKey(request));
        return written(request, 201, stored, charge(stored, false));
    }

    Answer upsert(Request request) {
        ObjectNode document = ofItsKey(request);
        boolean isThere = documents.find(key(request), document.path("id").textValue()).isPresent();
        Stored stored = documents.upsert(document);
        return written(request, isThere ? 200 : 201, stored, charge(stored, isThere));
    }

    Answer replace(Request request) {
        ObjectNode document = ofItsKey(request);
        Stored stored =
                documents.change(
                        key(request),
                        id(request),
                        old -> {
                            Preconditions.require(ifMatch(request), old);
                            return old.with(document);
                        });
        return written(request, 200, stored, charge(stored, true));
    }

    private ObjectNode ofItsKey(Request request) {
        ObjectNode document = document(request);
        if (!keys.in(document).equals(key(request))) {
            throw new Refusal(400, 1001, "PartitionKey extracted from document doesn't match.");
        }
        return document;
    }

    Answer read(Request request) {
        Stored stored =
                documents
                        .find(key(request), id(request))
                        .orElseThrow(() -> new Refusal(404, "Entity does not exist."));
        String body = stored.json().toString();
        return Answers.json(200, stored.json())
                .costing(RequestUnits.ofRead(body))
                .with("etag", stored.etag());
    }

    Answer patch(Request request) {
        Patch patch = Patch.of(request.json());
        Stored stored =
                documents.change(
                        key(request),
                        id(request),
                        old -> {
                            Preconditions.require(ifMatch(request), old);
                            return patch.apply(old);
                        });
        return written(request, 200, stored, charge(stored, true));
    }

    Answer delete(Request request) {
        documents.remove(key(request), id(request), ifMatch(request));
        return Answers.empty(204, RequestUnits.ofCreate("", 0));
    }

    private double charge(Stored stored, boolean isChange) {
        String body = stored.json().toString();
        int entries = indexes.entries(stored.json());
        return isChange
                ? RequestUnits.ofChange(body, entries)
                : RequestUnits.ofCreate(body, entries);
    }

    private static Answer written(Request request, int status, Stored stored, double charge) {
        Answer answer =
                request.wantsNothingBack()
                        ? Answers.empty(status, charge)
                        : Answers.json(status, stored.json()).costing(charge);
        return answer.with("etag", stored.etag());
    }

    private static ObjectNode document(Request request) {
        JsonNode body = request.json();
        if (request.body().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refusal(413, "Request size is too large");
        }
        if (!(body instanceof ObjectNode object) || !body.path("id").isTextual()) {
            throw new Refusal(400, "A document is an object with an id.");
        }
        return Doubles.in(object);
    }

    private List<Object> key(Request request) {
        List<Object> key =
                request.header()
                        .apply(KEY)
                        .map(PartitionKeys::named)
                        .orElseThrow(() -> new Refusal(400, "There is no partition key."));
        if (key.size() != keys.paths().size()) {
            throw new Refusal(400, 1001, "The partition key has not all of its parts.");
        }
        return key;
    }

    private static String id(Request request) {
        return request.path().get(5);
    }

    private static Optional<String> ifMatch(Request request) {
        return request.header().apply("If-Match");
    }
}
