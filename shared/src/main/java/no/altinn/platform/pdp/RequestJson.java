package no.altinn.platform.pdp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes requests as the XACML 3.0 JSON Profile 1.1 has them: one as it is, several as references
 * to categories that are written once each.
 */
final class RequestJson {
    private static final String ISSUER = "Altinn";

    private RequestJson() {}

    /** The text for one request or more. */
    static String write(List<DecisionRequest> requests) {
        ObjectNode root = Json.object();
        ObjectNode request = root.putObject("request").put("returnPolicyIdList", false);
        if (requests.size() == 1) {
            writeOne(request, requests.get(0));
        } else {
            writeMany(request, requests);
        }
        return root.toString();
    }

    private static void writeOne(ObjectNode json, DecisionRequest request) {
        for (Category category : Category.values()) {
            writeCategory(json.putArray(category.wireName), category, category.of(request));
        }
    }

    private static void writeMany(ObjectNode json, List<DecisionRequest> requests) {
        Map<Category, Map<List<Attribute>, String>> ids = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            ids.put(category, writeShared(json.putArray(category.wireName), category, requests));
        }
        ArrayNode references = json.putObject("multiRequests").putArray("requestReference");
        for (DecisionRequest request : requests) {
            ArrayNode reference = references.addObject().putArray("referenceId");
            ids.forEach((category, known) -> reference.add(known.get(category.of(request))));
        }
    }

    private static Map<List<Attribute>, String> writeShared(
            ArrayNode json, Category category, List<DecisionRequest> requests) {
        Map<List<Attribute>, String> ids = new LinkedHashMap<>();
        for (DecisionRequest request : requests) {
            List<Attribute> attributes = category.of(request);
            if (!ids.containsKey(attributes)) {
                String id = category.idPrefix + (ids.size() + 1);
                ids.put(attributes, id);
                writeCategory(json, category, attributes).put("id", id);
            }
        }
        return ids;
    }

    private static ObjectNode writeCategory(
            ArrayNode json, Category category, List<Attribute> attributes) {
        ObjectNode written = json.addObject().put("categoryId", category.urn);
        ArrayNode list = written.putArray("attribute");
        for (Attribute attribute : attributes) {
            list.addObject()
                    .put("attributeId", attribute.id())
                    .put("value", attribute.value())
                    .put("issuer", ISSUER)
                    .put("dataType", attribute.dataType())
                    .put("includeInResult", attribute.includeInResult());
        }
        return written;
    }
}
