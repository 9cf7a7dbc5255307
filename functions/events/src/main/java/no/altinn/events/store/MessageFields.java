package no.altinn.events.store;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Json;
import no.altinn.platform.http.MalformedJson;

/** Reads what must be there from the JSON of a message. */
record MessageFields(JsonNode node) {
    /**
     * The fields of a JSON text.
     *
     * @throws MalformedMessage if it is no JSON
     */
    static MessageFields of(String json) {
        try {
            return new MessageFields(Json.parse(json));
        } catch (MalformedJson e) {
            throw new MalformedMessage("The message is no JSON.", e);
        }
    }

    /** The fields of a member, or nothing but missing ones. */
    MessageFields in(String member) {
        return new MessageFields(node.path(member));
    }

    String text(String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw new MalformedMessage("The message lacks the text '%s'.".formatted(member));
        }
        return value.textValue();
    }

    int number(String member) {
        JsonNode value = node.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new MalformedMessage("The message lacks the number '%s'.".formatted(member));
        }
        return value.intValue();
    }
}
