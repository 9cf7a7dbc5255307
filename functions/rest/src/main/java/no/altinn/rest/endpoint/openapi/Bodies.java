package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.representation.Format;

import java.util.Map;

/** Writes the body of a request, with its example in each representation. Immutable. */
record Bodies(Models models) {
    /**
     * The body.
     *
     * @param written in the short form
     */
    ObjectNode of(JsonNode written) {
        ObjectNode body = Json.object();
        if (written.has("says")) {
            body.set("description", written.get("says"));
        }
        body.put("required", !written.path("optional").asBoolean());
        if (written.has("content")) {
            body.set("content", written.get("content"));
            return body;
        }
        ObjectNode content = body.putObject("content");
        String model = written.get("model").asText();
        JsonNode example = written.get("example");
        for (Format format : Format.values()) {
            ObjectNode media = content.putObject(format.mediaType());
            media.set("schema", schema(model, example, format));
            if (format.isXml()) {
                media.put("example", ExampleXml.write(models, model, example, format.isHal()));
            } else {
                media.set("example", format.isHal() ? hal(model, example) : example);
            }
        }
        return body;
    }

    private ObjectNode schema(String model, JsonNode example, Format format) {
        return example.isArray() ? models.list(model) : models.reference(model, format.isHal());
    }

    /** The example with its lists of resources under {@code _embedded}. */
    private JsonNode hal(String model, JsonNode example) {
        if (!(example instanceof ObjectNode)) {
            return example;
        }
        ObjectNode hal = Json.object();
        ObjectNode embedded = Json.object();
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            String rel = models.relationOf(model, member.getKey());
            if (rel.isEmpty()) {
                hal.set(member.getKey(), member.getValue());
                continue;
            }
            ArrayNode items = embedded.putArray(rel);
            String item = models.itemOf(model, member.getKey());
            member.getValue().forEach(each -> items.add(hal(item, each)));
        }
        if (!embedded.isEmpty()) {
            hal.set("_embedded", embedded);
        }
        return hal;
    }
}
