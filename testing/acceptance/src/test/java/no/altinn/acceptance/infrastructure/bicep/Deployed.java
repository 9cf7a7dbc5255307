package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A resource that a deployment makes. Immutable, if nobody changes the body.
 *
 * @param file the path of the file that declares it
 * @param declared the name that it is declared by
 * @param type without version, for example {@code Microsoft.Web/sites}
 * @param version of the API
 * @param name the names of its parents before it, with slashes between them
 * @param body all of it, with what only Azure knows as {@link Unknown}
 */
public record Deployed(
        String file, String declared, String type, String version, String name, JsonNode body) {

    static Deployed of(String file, String declared, String type, ObjectNode body) {
        int at = type.indexOf('@');
        JsonNode parent = body.path("parent");
        String own = body.path("name").asText();
        return new Deployed(
                file,
                declared,
                type.substring(0, at),
                type.substring(at + 1),
                parent.isObject() ? parent.path("name").asText() + "/" + own : own,
                body);
    }

    /** What other resources see of it. */
    JsonNode symbol() {
        ObjectNode symbol = ((ObjectNode) body).deepCopy();
        symbol.put("id", id()).put("name", name).put("type", type);
        ObjectNode made = Made.properties(type, name);
        if (!made.isEmpty()) {
            symbol.withObject("/properties").setAll(made);
        }
        return symbol;
    }

    /** Its id, without subscription and resource group. */
    public String id() {
        return "/" + type + "/" + name;
    }

    /** Its properties. */
    public JsonNode properties() {
        return body.path("properties");
    }

    /** The id of what it is about, such as what is logged or what a role is given for; or empty. */
    public String scope() {
        return body.path("scope").path("id").asText("");
    }

    @Override
    public String toString() {
        return "%s %s (%s)".formatted(type, name, file);
    }
}
