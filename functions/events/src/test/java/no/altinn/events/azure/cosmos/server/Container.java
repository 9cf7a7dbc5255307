package no.altinn.events.azure.cosmos.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Json;

/** A container: its definition, its one range of keys, and its documents. */
final class Container {
    private final ObjectNode definition;
    private final DocumentHandler documents;
    private final QueryHandler queries;
    private final ChangeFeedHandler feed;

    /**
     * An empty container.
     *
     * @param definition as it was sent, with its system properties
     */
    Container(ObjectNode definition) {
        this.definition = definition;
        PartitionKeys keys = PartitionKeys.of(definition);
        IndexingPolicy indexes = IndexingPolicy.of(definition);
        Documents stored = new Documents(keys);
        this.documents = new DocumentHandler(keys, indexes, stored);
        this.queries = new QueryHandler(indexes, stored);
        this.feed = new ChangeFeedHandler(stored);
    }

    ObjectNode definition() {
        return definition;
    }

    String rid() {
        return definition.path("_rid").textValue();
    }

    Answer answer(Request request) {
        return switch (request.operation()) {
            case CREATE -> documents.create(request);
            case UPSERT -> documents.upsert(request);
            case READ -> documents.read(request);
            case PATCH -> documents.patch(request);
            case DELETE -> documents.delete(request);
            case QUERY -> queries.answer(request);
            case CHANGE_FEED -> feed.answer(request);
            case QUERY_PLAN -> QueryHandler.plan(request);
            default -> throw new Refusal(405, "This server has no such request.");
        };
    }

    /** The whole range of keys, in one; it never changes. */
    Answer ranges(Request request) {
        String etag = "\"1\"";
        if (request.header().apply("If-None-Match").filter(etag::equals).isPresent()) {
            return Answers.empty(304, 0).with("etag", etag);
        }
        ObjectNode body = Json.object().put("_rid", rid()).put("_count", 1);
        body.putArray("PartitionKeyRanges")
                .addObject()
                .put("id", "0")
                .put("_rid", rid())
                .put("minInclusive", "")
                .put("maxExclusive", "FF")
                .putArray("parents");
        return Answers.json(200, body).with("etag", etag);
    }
}
