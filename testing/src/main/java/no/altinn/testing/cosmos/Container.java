package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** A container: its definition, its ranges of keys, and its documents. */
final class Container {
    private final ObjectNode definition;
    private final Replicas replicas;
    private final PartitionKeys keys;
    private final KeyRanges ranges;
    private final IndexingPolicy indexes;
    private final Documents stored;
    private final DocumentHandler documents;
    private final ChangeFeedHandler feed;

    /**
     * An empty container.
     *
     * @param definition as it was sent, with its system properties
     * @param ranges how many it begins with
     */
    Container(ObjectNode definition, int ranges, Replicas replicas) {
        this.definition = definition;
        this.replicas = replicas;
        this.keys = new PartitionKeys(definition);
        this.ranges = new KeyRanges(ranges);
        this.indexes = IndexingPolicy.of(definition);
        this.stored = new Documents(keys, rid(), replicas::now);
        this.documents = new DocumentHandler(keys, indexes, stored);
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
            case READ -> new DocumentHandler(keys, indexes, seenBy(request)).read(request);
            case REPLACE -> documents.replace(request);
            case PATCH -> documents.patch(request);
            case DELETE -> documents.delete(request);
            case QUERY -> queries(seenBy(request)).answer(request);
            case CHANGE_FEED -> feed.answer(request);
            case QUERY_PLAN -> queries(stored).plan(request);
            default -> throw new Refusal(405, "This server has no such request.");
        };
    }

    /** The documents as the replica has them that answers a read. */
    private Documents seenBy(Request request) {
        return replicas.seenBy(request).map(stored::asOf).orElse(stored);
    }

    private QueryHandler queries(Documents seen) {
        return new QueryHandler(keys, ranges, indexes, seen);
    }

    Answer ranges(Request request) {
        return ranges.answer(request, rid());
    }

    /** Splits a range in the midst of the documents whose keys begin with this part of one. */
    void split(List<Object> part) {
        ranges.split(keys.effective(part) + "20");
    }
}
