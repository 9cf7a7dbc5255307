package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Values that only Azure knows: a text that tells where they would come from. */
public final class Unknown {
    private static final String OPEN = "«";

    private Unknown() {}

    static JsonNode of(String origin) {
        return TextNode.valueOf(OPEN + origin + "»");
    }

    /** Whether a value, or a part of a text, is not known. */
    public static boolean is(JsonNode value) {
        return value.isTextual() && is(value.textValue());
    }

    /** The same of a text. */
    public static boolean is(String text) {
        return text.contains(OPEN);
    }
}
