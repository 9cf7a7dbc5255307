package no.altinn.events.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.TypedMembers;

import java.time.Instant;
import java.util.List;

/** How a subscription keeps its ring: as JSON, or as nothing when the ring is empty. */
public final class KeyRingText {
    private KeyRingText() {}

    /** The ring's text, which is empty for an empty ring. */
    public static String of(KeyRing ring) {
        if (ring.isEmpty()) {
            return "";
        }
        ObjectNode text = Json.object();
        if (!ring.set().isEmpty()) {
            text.put("set", ring.set());
        }
        ArrayNode keys = text.putArray("keys");
        ring.keys().forEach(key -> keys.add(object(key)));
        return text.toString();
    }

    private static ObjectNode object(SealedKey key) {
        ObjectNode object =
                Json.object()
                        .put("scheme", key.scheme().text())
                        .put("created", key.created().toString());
        key.until().ifPresent(until -> object.put("until", until.toString()));
        key.publicHalf().ifPresent(half -> object.put("x", half.x()));
        return object.put("dataKey", key.seal().dataKey()).put("sealed", key.seal().base64Url());
    }

    /**
     * The ring of a text.
     *
     * @throws IllegalStateException if it is none that {@link #of} has made
     */
    public static KeyRing read(String text) {
        if (text.isEmpty()) {
            return KeyRing.EMPTY;
        }
        JsonNode ring = Json.parse(text);
        List<SealedKey> keys = ring.path("keys").valueStream().map(KeyRingText::key).toList();
        return new KeyRing(ring.path("set").asText(), keys);
    }

    private static SealedKey key(JsonNode key) {
        TypedMembers members =
                TypedMembers.of(
                        key, what -> new IllegalStateException("In a ring of keys " + what));
        return new SealedKey(
                Scheme.of(members.text("scheme"))
                        .orElseThrow(() -> new IllegalStateException("A key of no known scheme")),
                Instant.parse(members.text("created")),
                members.optionalText("until").map(Instant::parse),
                members.optionalText("x").map(PublicHalf::new),
                new KeySeal(members.text("dataKey"), members.text("sealed")));
    }
}
