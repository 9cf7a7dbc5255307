package no.altinn.events.azure.cosmos.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** A container: its definition, its ranges of keys, and its documents. */
final class Container {
    private final ObjectNode definition;
    private final PartitionKeys keys;
    private final KeyRanges ranges;
    private final DocumentHandler documents;
    private final QueryHandler queries;
    private final ChangeFeedHandler feed;

    /**
     * An empty container.
     *
     * @param definition as it was sent, with its system properties
     * @param ranges how many it begins with
     */
    Container(ObjectNode definition, int ranges) {
        this.definition = definition;
        this.keys = new PartitionKeys(definition);
        this.ranges = new KeyRanges(ranges);
        IndexingPolicy indexes = IndexingPolicy.of(definition);
        Documents stored = new Documents(keys, rid());
        this.documents = new DocumentHandler(keys, indexes, stored);
        this.queries = new QueryHandler(keys, this.ranges, indexes, stored);
        this.feed = new ChangeFeedHandler(this.ranges, stored);
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
            case QUERY_PLAN -> queries.plan(request);
            default -> throw new Refusal(405, "This server has no such request.");
        };
    }

    Answer ranges(Request request) {
        return ranges.answer(request, rid());
    }

    /** Splits a range in the midst of the documents whose keys begin with this part of one. */
    void split(List<Object> part) {
        ranges.split(keys.effective(part) + "20");
    }
}
