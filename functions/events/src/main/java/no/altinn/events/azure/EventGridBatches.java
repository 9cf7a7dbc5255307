package no.altinn.events.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits messages into requests within Event Grid's limits, and keeps their order. */
final class EventGridBatches {
    /** The most events that one request carries. */
    static final int MOST_EVENTS = 1_000;

    /**
     * The most bytes of one request. Event Grid takes 1 MB; the rest is room for its client, which
     * writes the same events longer.
     */
    static final int MOST_BYTES = 900_000;

    private EventGridBatches() {}

    /** A message that is too large in itself is sent alone: only Event Grid can refuse it. */
    static List<List<String>> of(List<String> messages) {
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        int bytes = 0;
        for (String message : messages) {
            int size = message.getBytes(StandardCharsets.UTF_8).length + 1;
            boolean isFull = batch.size() == MOST_EVENTS || bytes + size > MOST_BYTES;
            if (isFull && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(message);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
