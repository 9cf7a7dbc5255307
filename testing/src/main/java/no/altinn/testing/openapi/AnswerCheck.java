package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import no.altinn.testing.json.Json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds answers against a document: status, media type, and body by JSON Schema. For one thread. */
public final class AnswerCheck {
    private static final String ANY = "*/*";

    private final OpenApiDocument document;
    private final Map<String, BodyForm> forms = new HashMap<>();
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    /**
     * @param forms how bodies are read that are no JSON, by media type; others are not looked into
     */
    public AnswerCheck(OpenApiDocument document, Map<String, BodyForm> forms) {
        this.document = document;
        this.forms.put("application/json", (body, schema, any) -> Json.parse(body));
        this.forms.put("application/problem+json", (body, schema, any) -> Json.parse(body));
        this.forms.put("application/hal+json", (body, schema, any) -> Json.parse(body));
        this.forms.putAll(forms);
    }

    /** What of an answer the document does not say; nothing for an answer as documented. */
    public List<String> faults(ObservedAnswer answer) {
        JsonNode documented = document.answer(answer.operation(), answer.status());
        if (documented.isMissingNode()) {
            return List.of(answer.name() + " is not documented: " + answer.body());
        }
        JsonNode content = documented.path("content");
        String type = answer.mediaType().split(";", 2)[0].strip();
        if (type.isEmpty()) {
            return content.isEmpty()
                    ? List.of()
                    : List.of(answer.name() + " has no body, although one is documented");
        }
        JsonNode media = content.path(content.has(type) ? type : ANY);
        if (media.isMissingNode()) {
            return List.of(answer.name() + " is " + type + ", which is not documented");
        }
        return body(answer, type, media.path("schema"));
    }

    private List<String> body(ObservedAnswer answer, String type, JsonNode schema) {
        BodyForm form = forms.get(type);
        if (form == null || schema.isMissingNode()) {
            return List.of();
        }
        try {
            return schema(schema).validate(form.read(answer.body(), schema, document)).stream()
                    .map(error -> told(answer, type, error))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(answer.name() + " " + type + ": " + e.getMessage());
        }
    }

    private static String told(ObservedAnswer answer, String type, Error error) {
        return "%s %s: %s in %s".formatted(answer.name(), type, error, answer.body());
    }

    /** The schema with what it refers to beside it. */
    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(
                schema,
                any -> {
                    ObjectNode whole = schema.deepCopy();
                    Optional.of(document.json().path("components"))
                            .filter(components -> !components.isMissingNode())
                            .ifPresent(components -> whole.set("components", components));
                    return registry.getSchema(whole);
                });
    }
}
