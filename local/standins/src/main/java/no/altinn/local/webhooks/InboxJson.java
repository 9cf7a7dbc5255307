package no.altinn.local.webhooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Streams requests as a JSON array, since a full inbox is too large to hold as text as well. */
final class InboxJson {
    private static final JsonFactory JSON = new JsonFactory();

    private InboxJson() {}

    /** Writes the array and closes the stream. */
    static void write(List<ReceivedRequest> requests, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (ReceivedRequest request : requests) {
                write(request, json);
            }
            json.writeEndArray();
        }
    }

    private static void write(ReceivedRequest request, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("receivedAt", request.receivedAt().toString());
        json.writeStringField("method", request.method());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : new TreeMap<>(request.headers()).entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeStringField("body", request.body());
        json.writeEndObject();
    }
}
