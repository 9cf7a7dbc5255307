package no.altinn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.app.EventsApp;
import no.altinn.platform.json.Json;
import no.altinn.testing.openapi.MessageDocument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The document of the pushes, against which what an inbox got is held. */
final class Pushes {
    /** Of HTTP's own, about the connection and the length. */
    private static final Set<String> TRANSFER =
            Set.of("connection", "content-length", "host", "transfer-encoding");

    private static final MessageDocument DOCUMENT = MessageDocument.of(text());

    private Pushes() {}

    private static String text() {
        try (InputStream document =
                EventsApp.class.getResourceAsStream("/no/altinn/events/help/asyncapi.json")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode document() {
        return DOCUMENT.root();
    }

    /** What of the document's own examples is not as the schemas say. */
    static List<String> faultsOfExamples() {
        return DOCUMENT.faultsOfExamples();
    }

    /**
     * What of a request that an inbox got is not as the document says of an operation's messages.
     *
     * @param request as the inbox tells it
     */
    static List<String> faults(String operation, JsonNode request) {
        Map<String, String> headers = new TreeMap<>();
        request.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        Map<String, String> told =
                headers.entrySet().stream()
                        .filter(header -> !TRANSFER.contains(header.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return DOCUMENT.faults(operation, told, Json.parse(request.path("body").asText()));
    }
}
