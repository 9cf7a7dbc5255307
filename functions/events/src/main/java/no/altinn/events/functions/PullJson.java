package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.pull.ReceivedEvent;
import no.altinn.events.pull.SettledLocks;
import no.altinn.platform.json.Json;

import java.util.List;
import java.util.stream.Collectors;

/** Renders what receivers are answered. */
final class PullJson {
    private PullJson() {}

    /** Each event stands there as it was published, byte for byte. */
    static String of(List<ReceivedEvent> events) {
        return events.stream()
                .map(PullJson::of)
                .collect(Collectors.joining(",", "{\"value\":[", "]}"));
    }

    private static String of(ReceivedEvent received) {
        ObjectNode broker =
                Json.object()
                        .put("lockToken", received.lockToken())
                        .put("deliveryCount", received.deliveryCount());
        return "{\"brokerProperties\":" + broker + ",\"event\":" + received.event().json() + "}";
    }

    static String of(SettledLocks settled) {
        ObjectNode json = Json.object();
        ArrayNode succeeded = json.putArray("succeededLockTokens");
        settled.succeeded().forEach(succeeded::add);
        ArrayNode failed = json.putArray("failedLockTokens");
        for (SettledLocks.Failed one : settled.failed()) {
            failed.addObject()
                    .put("lockToken", one.token())
                    .putObject("error")
                    .put("code", one.reason().code())
                    .put("message", one.reason().message());
        }
        return json.toString();
    }
}
