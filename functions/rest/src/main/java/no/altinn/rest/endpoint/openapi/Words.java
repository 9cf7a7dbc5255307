package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is written by hand about the routes, from one file for each noun
 * (docs/decisions/openapi-documents.md). Immutable.
 */
final class Words {
    /** The files, in the order in which a reader meets the nouns. */
    private static final List<String> NOUNS =
            List.of(
                    "shared",
                    "home",
                    "authentication",
                    "metadata",
                    "profile",
                    "reportee",
                    "message",
                    "authorization",
                    "lookup",
                    "payment",
                    "broker",
                    "enterpriseuser",
                    "serviceowner",
                    "platform");

    /**
     * An operation as it is written.
     *
     * @param tag of its noun
     * @param json in the short form
     * @param parameters those of its noun, which come before the shared ones
     */
    record Operation(String id, String tag, JsonNode json, JsonNode parameters) {}

    /** Addresses that are alike: what is said of the one holds for the other. */
    private record Alike(String prefix, String of, String suffix, String tag) {
        Optional<String> known(String key) {
            String method = key.substring(0, key.indexOf(' ') + 1);
            String template = key.substring(method.length());
            boolean isOne = template.equals(prefix) || template.startsWith(prefix + "/");
            return isOne
                    ? Optional.of(method + of + template.substring(prefix.length()))
                    : Optional.empty();
        }
    }

    private final JsonNode shared;
    private final List<JsonNode> tags = new ArrayList<>();
    private final List<Alike> alike = new ArrayList<>();
    private final Map<String, JsonNode> models = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private Words(List<JsonNode> nouns) {
        this.shared = nouns.get(0);
        nouns.forEach(this::add);
    }

    /**
     * Reads the files.
     *
     * @throws IllegalStateException if one is missing, or two say the same
     */
    static Words read() {
        return new Words(NOUNS.stream().map(Words::file).toList());
    }

    private static JsonNode file(String noun) {
        try (InputStream file = Words.class.getResourceAsStream(noun + ".json")) {
            if (file == null) {
                throw new IllegalStateException("There is no file about " + noun);
            }
            return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A file in memory was not read.", e);
        }
    }

    private void add(JsonNode noun) {
        String tag = noun.path("tag").path("name").asText();
        if (noun.has("tag")) {
            tags.add(noun.get("tag"));
        }
        noun.path("alike")
                .properties()
                .forEach(
                        other -> {
                            tags.add(other.getValue().get("tag"));
                            alike.add(
                                    new Alike(
                                            other.getKey(),
                                            other.getValue().get("of").asText(),
                                            other.getValue().get("id").asText(),
                                            other.getValue().path("tag").path("name").asText()));
                        });
        noun.path("models")
                .properties()
                .forEach(model -> put(models, model.getKey(), model.getValue()));
        noun.path("operations")
                .properties()
                .forEach(
                        each ->
                                put(
                                        operations,
                                        each.getKey(),
                                        new Operation(
                                                each.getValue().path("id").asText(),
                                                tag,
                                                each.getValue(),
                                                noun.path("parameters"))));
    }

    private static <T> void put(Map<String, T> all, String name, T value) {
        if (all.put(name, value) != null) {
            throw new IllegalStateException("Two files say what " + name + " is");
        }
    }

    /** The part of the document before its paths. */
    JsonNode info(String document) {
        return shared.path("documents").path(document);
    }

    List<JsonNode> tags() {
        return tags;
    }

    Map<String, JsonNode> models() {
        return models;
    }

    JsonNode securitySchemes() {
        return shared.path("securitySchemes");
    }

    /** A parameter, as its noun says it, or as all do. */
    JsonNode parameter(Operation operation, String name) {
        JsonNode own = operation.parameters().path(name);
        JsonNode parameter = own.isMissingNode() ? shared.path("parameters").path(name) : own;
        if (parameter.isMissingNode()) {
            throw new IllegalStateException(
                    "No file says what the parameter " + name + " of " + operation.id() + " is");
        }
        return parameter;
    }

    /**
     * What is written about a route.
     *
     * @param key its method and template: {@code GET {who}/messages}
     */
    Optional<Operation> find(String key) {
        Operation own = operations.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        for (Alike other : alike) {
            Optional<Operation> known = other.known(key).map(operations::get);
            if (known.isPresent()) {
                Operation of = known.get();
                return Optional.of(
                        new Operation(
                                of.id() + other.suffix(), other.tag(), of.json(), of.parameters()));
            }
        }
        return Optional.empty();
    }

    /** Every route that is written about; one that is alike is not among them. */
    Set<String> keys() {
        return new LinkedHashSet<>(operations.keySet());
    }
}
