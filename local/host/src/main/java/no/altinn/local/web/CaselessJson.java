package no.altinn.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.util.Locale;

/** JSON whose member names may come in any case, as the platform's services accept it. */
public final class CaselessJson {
    private CaselessJson() {}

    /**
     * Parses JSON and spells every member's name in lower case; values are left as they are.
     *
     * @throws MalformedJson if it is no JSON
     */
    public static JsonNode parse(String text) {
        return lower(Json.parse(text));
    }

    private static JsonNode lower(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode lower = Json.object();
            object.properties()
                    .forEach(
                            member ->
                                    lower.set(
                                            member.getKey().toLowerCase(Locale.ROOT),
                                            lower(member.getValue())));
            return lower;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode lower = array.arrayNode(array.size());
            array.forEach(element -> lower.add(lower(element)));
            return lower;
        }
        return node;
    }
}
