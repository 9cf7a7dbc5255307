package no.altinn.platform.json;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is in the JSON of a message. Every method throws {@link MalformedMessage} for a member that
 * is missing though it must be there, or of another type.
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

    /** A string that may be left out. */
    public Optional<String> optionalText(String member) {
        return members().optionalText(member);
    }

    /** True or false; false when it is left out. */
    public boolean flag(String member) {
        return members().flag(member);
    }

    /** A whole number of 32 bits. */
    public int number(String member) {
        return members().number(member);
    }

    /** A whole number of 32 bits that may be left out. */
    public OptionalInt optionalNumber(String member) {
        return members().optionalNumber(member);
    }

    private TypedMembers members() {
        return TypedMembers.of(node, what -> new MalformedMessage("In the message " + what));
    }
}
