package no.altinn.platform.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What must be there in the JSON of a message. Every method throws {@link MalformedMessage} for a
 * member that is missing or of another type.
 */
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

    /** A string. */
    public String text(String member) {
        return members().text(member);
    }

    /** A whole number of 32 bits. */
    public int number(String member) {
        return members().number(member);
    }

    private TypedMembers members() {
        return TypedMembers.of(node, what -> new MalformedMessage("In the message " + what));
    }
}
