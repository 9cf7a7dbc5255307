package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranges of a container: none overlaps another, and together they hold all keys. Thread-safe.
 */
final class KeyRanges {
    /** The hashes of keys have six bits in their first byte. */
    private static final int FIRST_BYTES = 0x40;

    private static final String LAST = "FF";
    private static final int GONE = 1002;

    private final List<KeyRange> ranges = new ArrayList<>();
    private int created;

    /** As many ranges of about the same size. */
    KeyRanges(int count) {
        String min = "";
        for (int i = 1; i <= count; i++) {
            String max = i == count ? LAST : "%02X".formatted(FIRST_BYTES * i / count);
            ranges.add(new KeyRange(nextId(), min, max, List.of()));
            min = max;
        }
    }

    private String nextId() {
        return Integer.toString(created++);
    }

    /**
     * Puts two ranges in the place of the one in which an effective key lies, which is the bound.
     */
    synchronized void split(String at) {
        KeyRange old =
                ranges.stream().filter(range -> range.contains(at)).findFirst().orElseThrow();
        int index = ranges.indexOf(old);
        ranges.set(index, old.before(at, nextId()));
        ranges.add(index + 1, old.from(at, nextId()));
    }

    /** The range with this id; refused if there is none any more, or never was. */
    synchronized KeyRange require(String id) {
        return ranges.stream()
                .filter(range -> range.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(410, GONE, "The requested resource is gone."));
    }

    /** Tells of the ranges, unless the asker knows them. */
    synchronized Answer answer(Request request, String container) {
        String etag = "\"%d\"".formatted(created);
        if (request.header().apply("If-None-Match").filter(etag::equals).isPresent()) {
            return Answers.empty(304, 0).with("etag", etag);
        }
        ObjectNode body = Json.object().put("_rid", container).put("_count", ranges.size());
        ArrayNode array = body.putArray("PartitionKeyRanges");
        ranges.forEach(range -> array.add(range.json(container)));
        return Answers.json(200, body).with("etag", etag);
    }
}
