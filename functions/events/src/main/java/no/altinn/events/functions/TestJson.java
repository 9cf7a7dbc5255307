package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.platform.json.Json;

/** Renders what came of a test. */
final class TestJson {
    private TestJson() {}

    static String of(Attempt attempt) {
        return Json.object().<ObjectNode>set("attempt", DeliveryJson.outcome(attempt)).toString();
    }
}
