package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The documents of a container. Every write is one step. Thread-safe. */
final class Documents {
    /**
     * A document and its number in the order of creation.
     *
     * @param change and that of its last change in the order of all changes
     * @param effectiveKey what of its key tells its range
     * @param json with its system properties; it is never changed
     */
    record Stored(
            long number, long change, List<Object> key, String effectiveKey, ObjectNode json) {
        String etag() {
            return json.path("_etag").textValue();
        }

        /** The same document with other contents. */
        Stored with(ObjectNode contents) {
            return new Stored(number, change, key, effectiveKey, contents);
        }
    }

    private record Identity(List<Object> key, String id) {}

    /** What became of a document at some time; nothing, if it was removed. */
    private record Change(Instant at, Identity identity, Optional<Stored> stored) {}

    private final PartitionKeys keys;
    private final String container;
    private final Supplier<Instant> now;
    private final Map<Identity, Stored> documents = new HashMap<>();
    private final List<Change> history = new ArrayList<>();
    private long created;
    private long changes;

    /**
     * None yet.
     *
     * @param container its {@code _rid}
     */
    Documents(PartitionKeys keys, String container, Supplier<Instant> now) {
        this.keys = keys;
        this.container = container;
        this.now = now;
    }

    /** What was there at some time: what a replica has that has learnt of nothing since. */
    synchronized Documents asOf(Instant time) {
        Documents then = new Documents(keys, container, now);
        history.stream().filter(change -> !change.at().isAfter(time)).forEach(then::replay);
        return then;
    }

    private synchronized void replay(Change change) {
        change.stored()
                .ifPresentOrElse(
                        stored -> documents.put(change.identity(), stored),
                        () -> documents.remove(change.identity()));
    }

    synchronized Stored create(ObjectNode document) {
        Identity identity = identity(document);
        if (documents.containsKey(identity)) {
            throw new Refusal(409, "Entity with the specified id already exists.");
        }
        return put(identity, ++created, document);
    }

    /** Creates a document, or replaces the document that has its id and key. */
    synchronized Stored upsert(ObjectNode document) {
        Identity identity = identity(document);
        Stored old = documents.get(identity);
        return put(identity, old == null ? ++created : old.number(), document);
    }

    /** What was created or changed after a change, as it is now; the oldest change first. */
    synchronized List<Stored> changedAfter(long change) {
        return documents.values().stream()
                .filter(document -> document.change() > change)
                .sorted(Comparator.comparingLong(Stored::change))
                .toList();
    }

    synchronized Optional<Stored> find(List<Object> key, String id) {
        return Optional.ofNullable(documents.get(new Identity(key, id)));
    }

    /** Changes a document; whatever the change throws leaves it as it was. */
    synchronized Stored change(List<Object> key, String id, UnaryOperator<Stored> change) {
        Stored old = require(key, id);
        ObjectNode changed = change.apply(old).json().deepCopy();
        Identity identity = identity(changed);
        if (!identity.equals(new Identity(key, id))) {
            throw new Refusal(400, "The id and the partition key of a document never change.");
        }
        return put(identity, old.number(), changed);
    }

    synchronized void remove(List<Object> key, String id, Optional<String> etag) {
        Preconditions.require(etag, require(key, id));
        Identity identity = new Identity(key, id);
        documents.remove(identity);
        history.add(new Change(now.get(), identity, Optional.empty()));
    }

    /** All documents at this moment. */
    synchronized List<Stored> all() {
        return new ArrayList<>(documents.values());
    }

    private Stored require(List<Object> key, String id) {
        return find(key, id).orElseThrow(() -> new Refusal(404, "Entity does not exist."));
    }

    private Identity identity(ObjectNode document) {
        return new Identity(keys.in(document), document.path("id").textValue());
    }

    private Stored put(Identity identity, long number, ObjectNode document) {
        Instant at = now.get();
        document.put("_rid", ResourceIds.ofDocument(container, number))
                .put("_etag", '"' + UUID.randomUUID().toString() + '"')
                .put("_ts", at.getEpochSecond());
        String effectiveKey = keys.effective(identity.key());
        Stored stored = new Stored(number, ++changes, identity.key(), effectiveKey, document);
        documents.put(identity, stored);
        history.add(new Change(at, identity, Optional.of(stored)));
        return stored;
    }
}
