package no.altinn.rest.record;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record. Its head is what lists show, its body what only a look at the one entry shows.
 *
 * @param partition 1 to 200 characters; the id again in a table without partitions of its own
 * @param id 1 to 200 characters, none of {@code / \ ? #}
 * @param labels a value for each label of the table that the entry has
 * @param head a JSON object
 * @param body any text, usually JSON; empty for none
 * @param expires when the entry goes away by itself; empty for never
 * @param version what changes with each write; empty on an entry that was not read
 */
public record Entry(
        String partition,
        String id,
        Map<String, String> labels,
        ObjectNode head,
        String body,
        Optional<Instant> expires,
        String version) {
    public Entry {
        labels = Map.copyOf(labels);
    }

    /** An entry to be written, that never expires. */
    public static Entry of(
            String partition, String id, Map<String, String> labels, ObjectNode head, String body) {
        return new Entry(partition, id, labels, head, body, Optional.empty(), "");
    }

    /** The same entry, which goes away by itself. */
    public Entry expiring(Instant at) {
        return new Entry(partition, id, labels, head, body, Optional.of(at), version);
    }
}
