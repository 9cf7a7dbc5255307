package no.altinn.events.subscription;

import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.UUID;

/** The event with which an endpoint is asked whether it wants to be called. */
final class ValidationEvent {
    private ValidationEvent() {}

    /** The event as JSON in structured mode; its source is the subscription's address. */
    static String json(UUID id, URI subscription) {
        return Json.object()
                .put("id", id.toString())
                .put("source", subscription.toString())
                .put("type", "platform.events.validatesubscription")
                .put("specversion", "1.0")
                .toString();
    }
}
