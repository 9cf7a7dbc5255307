package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.time.Instant;
import java.util.List;

/**
 * A registered client. Immutable.
 *
 * @param id a UUID
 * @param keys what it signs with; none when it is new
 * @param updated when its keys were replaced last, or it was registered
 */
record RegisteredClient(
        String id,
        ClientMetadata metadata,
        List<ClientKey> keys,
        Instant created,
        Instant updated) {

    RegisteredClient {
        keys = List.copyOf(keys);
    }

    /** The client as Digdir's self-service shows it. */
    ObjectNode toJson() {
        return Json.object()
                .put("client_id", id)
                .put("active", true)
                .put("created", created.toString())
                .put("last_updated", updated.toString())
                .setAll(metadata.toJson());
    }

    /** The same with everything else that there is to know of it. */
    ObjectNode toJsonWithKeys() {
        return toJson().set("jwks", ClientKeys.toJson(keys));
    }

    /** The same client with other keys. */
    RegisteredClient with(List<ClientKey> others, Instant now) {
        return new RegisteredClient(id, metadata, others, created, now);
    }
}
