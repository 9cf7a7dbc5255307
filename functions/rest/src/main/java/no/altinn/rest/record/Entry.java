package no.altinn.rest.record;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A record. Its head is what lists show, its body what only a look at the one entry shows.
 *
 * <p>No text has half a surrogate pair, which UTF-8 cannot write.
 *
 * @param partition 1 to 200 characters; the id again in a table without partitions of its own
 * @param id as {@link #isId} says
 * @param labels a value for each label of the table that the entry has; of a label of several
 *     values all of them, none with a blank, joined by blanks
 * @param head a JSON object
 * @param body any text, usually JSON, up to 1 MiB; empty for none
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
    /** The most characters of a partition or an id; one beyond the first 65 536 counts twice. */
    public static final int LONGEST_KEY = 200;

    private static final Pattern ID = Pattern.compile("(?!\\.{1,2}\\z)[^/\\\\?#\\p{Cntrl}]+(?<! )");

    /**
     * An entry.
     *
     * @throws IllegalArgumentException if it cannot have the partition or the id
     */
    public Entry {
        if (!isPartition(partition) || !isId(id)) {
            throw new IllegalArgumentException("No key of an entry: " + partition + ", " + id);
        }
        labels = Map.copyOf(labels);
    }

    /** Whether a text can be a partition: 1 to 200 characters. */
    public static boolean isPartition(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_KEY;
    }

    /**
     * Whether a text can be an id, since it can stand in a path: 1 to 200 characters, none of
     * {@code / \ ? #} and no control character, no blank at its end, not {@code .} or {@code ..}.
     */
    public static boolean isId(String text) {
        return text.length() <= LONGEST_KEY && ID.matcher(text).matches();
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
