package no.altinn.local.authorization;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.web.CaselessJson;
import no.altinn.platform.json.MalformedJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads requests in the XACML JSON profile, names in any case (XACML 3.0 JSON Profile 1.1 §4). */
final class XacmlRequestReader {
    private static final Map<String, String> SHORTHANDS =
            Map.of(
                    "accesssubject", XacmlCategory.SUBJECT,
                    "resource", XacmlCategory.RESOURCE,
                    "action", XacmlCategory.ACTION);

    private XacmlRequestReader() {}

    /**
     * The questions of a request, in the order of their references. With fewer than two references
     * all categories make one question, as on the real platform.
     *
     * @throws MalformedRequest if it is no such request, or refers to what it does not have
     * @throws MalformedJson if it is no JSON
     */
    static List<Question> read(String body) {
        JsonNode request = CaselessJson.parse(body).path("request");
        if (!request.isObject()) {
            throw new MalformedRequest("There is no request");
        }
        List<XacmlCategory> categories = categories(request);
        JsonNode references = request.path("multirequests").path("requestreference");
        return references.size() < 2
                ? List.of(new Question(categories))
                : elements(references).stream()
                        .map(reference -> referred(reference.path("referenceid"), categories))
                        .toList();
    }

    private static List<XacmlCategory> categories(JsonNode request) {
        List<XacmlCategory> categories = new ArrayList<>();
        SHORTHANDS.forEach(
                (name, categoryId) ->
                        elements(request.path(name))
                                .forEach(node -> categories.add(category(categoryId, node))));
        elements(request.path("category"))
                .forEach(node -> categories.add(category(text(node, "categoryid"), node)));
        return categories;
    }

    private static XacmlCategory category(String categoryId, JsonNode node) {
        return new XacmlCategory(
                categoryId,
                node.path("id").asText(),
                elements(node.path("attribute")).stream()
                        .map(XacmlRequestReader::attribute)
                        .toList());
    }

    private static XacmlAttribute attribute(JsonNode node) {
        return new XacmlAttribute(
                text(node, "attributeid"),
                text(node, "value"),
                node.path("datatype").asText(),
                node.path("includeinresult").asBoolean());
    }

    private static Question referred(JsonNode ids, List<XacmlCategory> categories) {
        return new Question(
                elements(ids).stream().map(id -> withId(id.asText(), categories)).toList());
    }

    private static XacmlCategory withId(String id, List<XacmlCategory> categories) {
        return categories.stream()
                .filter(category -> category.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MalformedRequest("A reference leads nowhere"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isValueNode() || value.isNull()) {
            throw new MalformedRequest("An attribute lacks its " + name);
        }
        return value.asText();
    }

    /** The elements of an array; a single object stands for an array of one. */
    private static List<JsonNode> elements(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).toList();
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }
}
