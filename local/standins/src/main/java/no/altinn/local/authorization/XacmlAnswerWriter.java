package no.altinn.local.authorization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.List;

/** Writes decisions as Altinn's decision point does, camel case. */
final class XacmlAnswerWriter {
    private static final String STATUS = "urn:oasis:names:tc:xacml:1.0:status:";

    private final ObjectNode answer = Json.object();
    private final ArrayNode results = answer.putArray("response");

    /** What a request gets that could not be read, however many decisions it asked for. */
    static String indeterminate() {
        XacmlAnswerWriter writer = new XacmlAnswerWriter();
        writer.result("Indeterminate", "syntax-error");
        return writer.toString();
    }

    void add(Question question, PolicyResult decision) {
        if (decision instanceof PolicyResult.Permit permit) {
            ObjectNode result = result("Permit", "ok");
            obligations(result, permit.obligations());
            echo(result, question);
        } else {
            result("NotApplicable", "ok");
        }
    }

    private ObjectNode result(String decision, String status) {
        ObjectNode result = results.addObject().put("decision", decision);
        result.putObject("status").putObject("statusCode").put("value", STATUS + status);
        return result;
    }

    private static void obligations(ObjectNode result, List<RequiredLevel> obligations) {
        if (obligations.isEmpty()) {
            return;
        }
        ArrayNode all = result.putArray("obligations");
        for (RequiredLevel obligation : obligations) {
            ObjectNode one =
                    all.addObject().put("id", "urn:altinn:obligation:authenticationLevel1");
            one.putArray("attributeAssignment")
                    .addObject()
                    .put("attributeId", "urn:altinn:obligation1-assignment1")
                    .put("value", String.valueOf(obligation.minimumAuthenticationLevel()))
                    .put("category", "urn:altinn:minimum-authenticationlevel")
                    .put("dataType", "http://www.w3.org/2001/XMLSchema#integer");
        }
    }

    private static void echo(ObjectNode result, Question question) {
        ArrayNode categories = result.putArray("category");
        for (XacmlCategory category : question.categories()) {
            List<XacmlAttribute> included =
                    category.attributes().stream().filter(XacmlAttribute::included).toList();
            if (!included.isEmpty()) {
                ArrayNode attributes =
                        categories
                                .addObject()
                                .put("categoryId", category.categoryId())
                                .putArray("attribute");
                included.forEach(attribute -> attributes.add(attribute.toJson()));
            }
        }
    }

    @Override
    public String toString() {
        return answer.toString();
    }
}
