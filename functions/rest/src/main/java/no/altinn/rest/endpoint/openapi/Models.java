package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The models, and what schemas they give: one for JSON and XML, and, where it has links or embedded
 * lists, one for HAL. Immutable.
 */
final class Models {
    private static final String HAL = ".hal";

    private final Map<String, JsonNode> models = new LinkedHashMap<>();

    Models(Map<String, JsonNode> written) {
        written.forEach((name, model) -> models.put(name, whole(name, model, written)));
    }

    /** The model with what it has like another. */
    private static JsonNode whole(String name, JsonNode model, Map<String, JsonNode> written) {
        ObjectNode whole = model.deepCopy();
        if (!whole.has("type")) {
            whole.put("type", name);
        }
        if (!model.has("like")) {
            return whole;
        }
        String other = model.get("like").asText();
        JsonNode like = whole(other, known(other, written), written);
        for (String part : new String[] {"properties", "links", "embedded"}) {
            ObjectNode both = Json.object();
            add(both, like.path(part));
            add(both, model.path(part));
            if (!both.isEmpty()) {
                whole.set(part, both);
            }
        }
        return whole;
    }

    private static void add(ObjectNode all, JsonNode some) {
        some.properties().forEach(each -> all.set(each.getKey(), each.getValue()));
    }

    private static JsonNode known(String name, Map<String, JsonNode> models) {
        JsonNode model = models.get(name);
        if (model == null) {
            throw new IllegalStateException("No file says what the model " + name + " is");
        }
        return model;
    }

    private JsonNode model(String name) {
        return known(name, models);
    }

    /** The name of a model's element in XML. */
    String type(String name) {
        return model(name).path("type").asText();
    }

    /**
     * The model of the items of a list within another; empty for plain texts and numbers, and
     * within what is no model itself.
     */
    String itemOf(String name, String member) {
        JsonNode model = name.isEmpty() ? Json.object() : model(name);
        for (Map.Entry<String, JsonNode> list : model.path("embedded").properties()) {
            if (inner(Optionals.name(list.getKey())).equals(member)) {
                return list.getValue().asText();
            }
        }
        JsonNode property = model.path("properties").path(member);
        if (property.isMissingNode()) {
            property = model.path("properties").path(member + "?");
        }
        JsonNode items = property.path("items").path("model");
        return items.isMissingNode() ? property.path("model").asText("") : items.asText();
    }

    /** The embedded relation of a member; empty if it is a plain one. */
    String relationOf(String name, String member) {
        JsonNode model = name.isEmpty() ? Json.object() : model(name);
        for (Map.Entry<String, JsonNode> list : model.path("embedded").properties()) {
            String rel = Optionals.name(list.getKey());
            if (inner(rel).equals(member)) {
                return rel;
            }
        }
        return "";
    }

    /** The name of a list within a resource that has no {@code _embedded}. */
    private static String inner(String rel) {
        return rel.substring(0, 1).toUpperCase(Locale.ROOT) + rel.substring(1);
    }

    /** A reference to the schema of a model. */
    ObjectNode reference(String name, boolean isHal) {
        String schema = isHal && isOther(name) ? name + HAL : name;
        model(name);
        return Json.object().put("$ref", "#/components/schemas/" + schema);
    }

    /** Whether a model has more in HAL than elsewhere, itself or within. */
    private boolean isOther(String name) {
        return isOther(name, new HashSet<>());
    }

    private boolean isOther(String name, Set<String> seen) {
        JsonNode model = model(name);
        return model.has("links")
                || model.has("embedded")
                || model.path("properties").findValuesAsText("model").stream()
                        .filter(seen::add)
                        .anyMatch(inner -> isOther(inner, seen));
    }

    /** Every schema, by its name. */
    ObjectNode schemas() {
        ObjectNode schemas = Json.object();
        models.forEach(
                (name, model) -> {
                    schemas.set(name, schema(model, false));
                    if (isOther(name)) {
                        schemas.set(name + HAL, schema(model, true));
                    }
                });
        return schemas;
    }

    private ObjectNode schema(JsonNode model, boolean isHal) {
        if (model.has("schema")) {
            return model.get("schema").deepCopy();
        }
        boolean isSent = model.path("sent").asBoolean();
        ObjectNode schema = Json.object().put("type", "object");
        if (model.has("description")) {
            schema.set("description", model.get("description"));
        }
        ObjectNode properties = Json.object();
        ArrayNode required = schema.arrayNode();
        members(model.path("properties"), properties, required, isHal, isSent);
        if (isHal) {
            hal(model, properties, required);
        } else {
            for (Map.Entry<String, JsonNode> list : model.path("embedded").properties()) {
                String rel = Optionals.name(list.getKey());
                properties.set(inner(rel), wrapped(array(list.getValue().asText(), false)));
                if (!Optionals.is(list.getKey())) {
                    required.add(inner(rel));
                }
            }
        }
        close(schema, properties, required, isSent);
        if (!isHal) {
            schema.putObject("xml").set("name", model.get("type"));
        }
        return schema;
    }

    private static void close(
            ObjectNode schema, ObjectNode properties, ArrayNode required, boolean isSent) {
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (!isSent) {
            schema.put("additionalProperties", false);
        }
    }

    private void members(
            JsonNode written,
            ObjectNode properties,
            ArrayNode required,
            boolean isHal,
            boolean isSent) {
        for (Map.Entry<String, JsonNode> member : written.properties()) {
            String name = Optionals.name(member.getKey());
            properties.set(name, value(member.getValue(), isHal, isSent));
            if (!Optionals.is(member.getKey())) {
                required.add(name);
            }
        }
    }

    /** A schema as it is written, with references in the place of models. */
    private ObjectNode value(JsonNode written, boolean isHal, boolean isSent) {
        ObjectNode schema = Json.object();
        for (Map.Entry<String, JsonNode> part : written.properties()) {
            switch (part.getKey()) {
                case "model" -> schema.setAll(reference(part.getValue().asText(), isHal));
                case "items" -> schema.set("items", value(part.getValue(), isHal, isSent));
                case "properties" -> {
                    ObjectNode properties = Json.object();
                    ArrayNode required = schema.arrayNode();
                    members(part.getValue(), properties, required, isHal, isSent);
                    close(schema, properties, required, isSent);
                }
                default -> schema.set(part.getKey(), part.getValue().deepCopy());
            }
        }
        if (schema.has("items")) {
            if (schema.path("items").path("type").asText().equals("string")) {
                ((ObjectNode) schema.get("items")).putObject("xml").put("name", "string");
            }
            wrapped(schema);
        }
        return schema;
    }

    private void hal(JsonNode model, ObjectNode properties, ArrayNode required) {
        if (model.has("links")) {
            properties.set("_links", links(model.get("links")));
            if (hasRequired(model.get("links"))) {
                required.add("_links");
            }
        }
        if (model.has("embedded")) {
            ObjectNode lists = Json.object();
            ArrayNode needed = lists.arrayNode();
            for (Map.Entry<String, JsonNode> list : model.get("embedded").properties()) {
                String rel = Optionals.name(list.getKey());
                lists.set(rel, array(list.getValue().asText(), true));
                if (!Optionals.is(list.getKey())) {
                    needed.add(rel);
                }
            }
            ObjectNode embedded = Json.object().put("type", "object");
            close(embedded, lists, needed, model.path("sent").asBoolean());
            properties.set("_embedded", embedded);
            if (!needed.isEmpty()) {
                required.add("_embedded");
            }
        }
    }

    private static boolean hasRequired(JsonNode parts) {
        return parts.properties().stream().anyMatch(part -> !Optionals.is(part.getKey()));
    }

    /** The schema of {@code _links}. */
    ObjectNode links(JsonNode written) {
        ObjectNode links = Json.object();
        ArrayNode required = links.arrayNode();
        for (Map.Entry<String, JsonNode> link : written.properties()) {
            String key = Optionals.name(link.getKey());
            boolean isList = key.endsWith("[]");
            String rel = isList ? key.substring(0, key.length() - 2) : key;
            JsonNode said = link.getValue();
            ObjectNode one =
                    reference(said.isTextual() ? "Link" : said.get("is").asText(), false)
                            .put(
                                    "description",
                                    said.isTextual() ? said.asText() : said.get("says").asText());
            ObjectNode many = Json.object().put("type", "array");
            many.set("items", one);
            links.set(rel, isList ? many : one);
            if (!Optionals.is(link.getKey())) {
                required.add(rel);
            }
        }
        ObjectNode schema = Json.object().put("type", "object");
        close(schema, links, required, false);
        return schema;
    }

    private ObjectNode array(String model, boolean isHal) {
        ObjectNode array = Json.object().put("type", "array");
        array.set("items", reference(model, isHal));
        return array;
    }

    private static ObjectNode wrapped(ObjectNode array) {
        array.putObject("xml").put("wrapped", true);
        return array;
    }

    /** A list by itself, in JSON and XML. */
    ObjectNode list(String model) {
        ObjectNode list = array(model, false);
        list.putObject("xml").put("name", "ArrayOf" + type(model)).put("wrapped", true);
        return list;
    }

    /**
     * A list by itself, in HAL.
     *
     * @param rel the relation that it is embedded under
     * @param links of the list
     */
    ObjectNode halList(String rel, String model, JsonNode links) {
        ObjectNode embedded = Json.object().put("type", "object");
        ObjectNode lists = Json.object();
        lists.set(rel, array(model, true));
        close(embedded, lists, embedded.arrayNode().add(rel), false);
        ObjectNode list = Json.object().put("type", "object");
        ObjectNode parts = Json.object();
        ArrayNode required = list.arrayNode();
        if (!links.isEmpty()) {
            parts.set("_links", links(links));
            required.add("_links");
        }
        parts.set("_embedded", embedded);
        close(list, parts, required.add("_embedded"), false);
        return list;
    }
}
