package no.altinn.events.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.TypedMembers;
import no.altinn.platform.seal.WrappedKey;

import java.time.Instant;
import java.util.List;

/** How the data keys are kept: as JSON. */
final class DataKeyListText {
    private DataKeyListText() {}

    static String of(DataKeyList list) {
        ObjectNode text = Json.object();
        ArrayNode keys = text.putArray("keys");
        for (DataKey key : list.keys()) {
            keys.addObject()
                    .put("id", key.id())
                    .put("created", key.created().toString())
                    .put("wrappedBy", key.wrapped().wrappedBy())
                    .put("wrapped", key.wrapped().base64());
        }
        text.put("after", list.reSealing().after());
        list.reSealing().ended().ifPresent(ended -> text.put("ended", ended.toString()));
        return text.toString();
    }

    static DataKeyList read(String text) {
        JsonNode list = Json.parse(text);
        List<DataKey> keys = list.path("keys").valueStream().map(key -> key(members(key))).toList();
        TypedMembers members = members(list);
        return new DataKeyList(
                keys,
                new ReSealing(
                        members.number("after"),
                        members.optionalText("ended").map(Instant::parse)));
    }

    private static DataKey key(TypedMembers key) {
        return new DataKey(
                key.text("id"),
                Instant.parse(key.text("created")),
                new WrappedKey(key.text("wrappedBy"), key.text("wrapped")));
    }

    private static TypedMembers members(JsonNode object) {
        return TypedMembers.of(
                object, what -> new IllegalStateException("In the list of data keys " + what));
    }
}
