package no.altinn.platform.pdp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads answers of the XACML 3.0 JSON Profile 1.1; members' names in any case. */
final class ResultJson {
    private static final String INDETERMINATE = "Indeterminate";

    private ResultJson() {}

    /**
     * Reads all results of an answer.
     *
     * @throws Undecidable if one says that no decision was possible
     * @throws DecisionPointUnavailable if there is none
     */
    static List<Result> read(JsonNode answer) {
        List<Result> results = elements(answer, "response").map(ResultJson::result).toList();
        if (results.isEmpty()) {
            throw new DecisionPointUnavailable("The decision point answered without a result");
        }
        return results;
    }

    private static Result result(JsonNode result) {
        String decision = member(result, "decision").asText("");
        if (decision.isEmpty() || decision.startsWith(INDETERMINATE)) {
            throw new Undecidable("The decision point could not decide");
        }
        Decision read =
                decision.equals("Permit")
                        ? new Decision.Permit(obligations(result))
                        : new Decision.Denied(decision);
        return new Result(read, new IncludedAttributes(included(result)));
    }

    private static List<Obligation> obligations(JsonNode result) {
        return elements(result, "obligations")
                .flatMap(obligation -> elements(obligation, "attributeAssignment"))
                .map(
                        assignment ->
                                new Obligation(
                                        member(assignment, "category").asText(""),
                                        member(assignment, "attributeId").asText(""),
                                        member(assignment, "value").asText("")))
                .toList();
    }

    private static Set<IncludedAttributes.Value> included(JsonNode result) {
        return elements(result, "category")
                .flatMap(
                        category ->
                                elements(category, "attribute")
                                        .map(attribute -> value(category, attribute)))
                .collect(Collectors.toSet());
    }

    private static IncludedAttributes.Value value(JsonNode category, JsonNode attribute) {
        return new IncludedAttributes.Value(
                member(category, "categoryId").asText(""),
                member(attribute, "attributeId").asText(""),
                member(attribute, "value").asText(""));
    }

    /** The list's elements; the profile allows a single one to stand without a list. */
    private static Stream<JsonNode> elements(JsonNode object, String name) {
        JsonNode found = member(object, name);
        return found.isObject()
                ? Stream.of(found)
                : found.isArray()
                        ? StreamSupport.stream(found.spliterator(), false)
                        : Stream.empty();
    }

    private static JsonNode member(JsonNode object, String name) {
        return object.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
