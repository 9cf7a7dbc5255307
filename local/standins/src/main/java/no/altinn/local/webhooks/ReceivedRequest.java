package no.altinn.local.webhooks;

import java.time.Instant;
import java.util.Map;

/**
 * A request as it arrived. Immutable.
 *
 * @param headers names in lower case, repeated ones joined with commas
 * @param body the exact text
 */
record ReceivedRequest(
        Instant receivedAt, String method, Map<String, String> headers, String body) {
    private static final int OBJECTS = 200;
    private static final int OBJECTS_OF_A_HEADER = 100;
    // One character beyond Latin-1 makes a whole text take two for each.
    private static final int BYTES_OF_A_CHARACTER = 2;

    ReceivedRequest {
        headers = Map.copyOf(headers);
    }

    /** Roughly how many bytes of memory it takes at most. */
    long size() {
        long characters = body.length();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            characters += header.getKey().length() + header.getValue().length();
        }
        return OBJECTS
                + (long) OBJECTS_OF_A_HEADER * headers.size()
                + BYTES_OF_A_CHARACTER * characters;
    }
}
