package no.altinn.platform.json;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what must be there from the JSON of a message. */
public record MessageFields(JsonNode node) {
    /**
     * The fields of a JSON text.
     *
     * @throws MalformedMessage if it is no JSON
     */
    public static MessageFields of(String json) {
        try {
            return new MessageFields(Json.parse(json));
        } catch (MalformedJson e) {
            throw new MalformedMessage("The message is no JSON.", e);
        }
    }

    /** The fields of a member, or nothing but missing ones. */
    public MessageFields in(String member) {
        return new MessageFields(node.path(member));
    }

    public String text(String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw new MalformedMessage("The message lacks the text '%s'.".formatted(member));
        }
        return value.textValue();
    }

    public int number(String member) {
        JsonNode value = node.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new MalformedMessage("The message lacks the number '%s'.".formatted(member));
        }
        return value.intValue();
    }
}
