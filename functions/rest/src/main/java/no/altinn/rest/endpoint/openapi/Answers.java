package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.representation.Format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the answers of an operation, in each representation that they have. Immutable. */
record Answers(Models models) {
    /** A header that answers of a status have, whatever they are about. */
    private record Usual(String name, String says) {}

    /** What the server ahead of the app answers, in its own form. */
    static final int BY_THE_SERVER = 414;

    private static final Usual LATER =
            new Usual("Retry-After", "How many seconds to wait, where it is known.");
    private static final Map<String, Usual> HEADERS =
            Map.of(
                    "201", new Usual("Location", "Where it is found."),
                    "302", new Usual("Location", "Where to go."),
                    "304", new Usual("ETag", "The state of this representation."),
                    "429", LATER,
                    "503", LATER);

    private static final JsonNode SELF = Json.object().put("self", "The list.");

    /**
     * The answers.
     *
     * @param written in the short form, by status
     * @param refusals what the checks before the endpoint answer, by status
     * @param isRead whether the operation is a {@code GET}
     */
    ObjectNode of(JsonNode written, Map<Integer, List<String>> refusals, boolean isRead) {
        Map<String, ObjectNode> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> answer : written.properties()) {
            List<String> others =
                    refusals.getOrDefault(Integer.valueOf(answer.getKey()), List.of());
            all.put(answer.getKey(), one(answer.getKey(), answer.getValue(), others));
        }
        if (isRead && all.containsKey("200")) {
            header(all.get("200"), "ETag", "The state of this representation.");
        }
        refusals.forEach(
                (status, causes) ->
                        all.computeIfAbsent(
                                Integer.toString(status),
                                key ->
                                        status < 400 || status == BY_THE_SERVER
                                                ? plain(causes)
                                                : refusal(causes, "")));
        HEADERS.forEach(
                (status, usual) -> {
                    if (all.containsKey(status)) {
                        header(all.get(status), usual.name(), usual.says());
                    }
                });
        ObjectNode responses = Json.object();
        all.forEach(responses::set);
        return responses;
    }

    private ObjectNode one(String status, JsonNode written, List<String> others) {
        boolean isRefusal = status.compareTo("400") >= 0;
        List<String> causes = new ArrayList<>();
        String says = written.isTextual() ? written.asText() : written.path("says").asText("");
        if (!says.isEmpty()) {
            causes.add(says);
        }
        causes.addAll(others);
        ObjectNode answer =
                isRefusal && !written.has("content")
                        ? refusal(causes, written.path("or").asText(""))
                        : plain(causes);
        if (!isRefusal || written.has("content")) {
            ObjectNode content = content(written);
            if (!content.isEmpty()) {
                answer.set("content", content);
            }
        }
        written.path("headers")
                .properties()
                .forEach(header -> header(answer, header.getKey(), header.getValue().asText()));
        return answer;
    }

    private static ObjectNode plain(List<String> causes) {
        return Json.object()
                .put("description", causes.isEmpty() ? "Done." : String.join(" ", causes));
    }

    /** A refusal, in any representation. */
    private ObjectNode refusal(List<String> causes, String or) {
        ObjectNode answer = plain(causes);
        ObjectNode content = answer.putObject("content");
        for (Format format : Format.values()) {
            ObjectNode error = models.reference("Error", false);
            ObjectNode schema = error;
            if (!or.isEmpty()) {
                schema = Json.object();
                schema.putArray("oneOf").add(error).add(models.reference(or, format.isHal()));
            }
            media(content, format, schema);
        }
        return answer;
    }

    private ObjectNode content(JsonNode written) {
        if (written.has("content")) {
            return written.get("content").deepCopy();
        }
        ObjectNode content = Json.object();
        for (Format format : Format.values()) {
            if (written.has("one")) {
                media(
                        content,
                        format,
                        models.reference(written.get("one").asText(), format.isHal()));
            } else if (written.has("list")) {
                media(content, format, list(written, format.isHal()));
            } else if (written.has("line")) {
                media(content, format, simple("string", written.get("line").asText()));
            } else if (written.has("truth")) {
                media(content, format, simple("boolean", written.get("truth").asText()));
            }
        }
        return content;
    }

    private ObjectNode list(JsonNode written, boolean isHal) {
        String model = written.get("of").asText();
        return isHal
                ? models.halList(
                        written.get("list").asText(),
                        model,
                        written.has("links") ? written.get("links") : SELF)
                : models.list(model);
    }

    private static ObjectNode simple(String type, String description) {
        ObjectNode schema = Json.object().put("type", type).put("description", description);
        schema.putObject("xml").put("name", type);
        return schema;
    }

    private static void media(ObjectNode content, Format format, ObjectNode schema) {
        content.putObject(format.mediaType()).set("schema", schema);
    }

    private static void header(ObjectNode answer, String name, String description) {
        ObjectNode header = answer.withObjectProperty("headers").putObject(name);
        header.put("description", description).putObject("schema").put("type", "string");
    }
}
