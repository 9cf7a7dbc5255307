package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.platform.json.Json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Works out calls of functions: those of the file, of lists, and of Azure. Immutable. */
final class Functions {
    // As long as Azure's.
    private static final String UNIQUE = "abcdefghijklm";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Evaluator evaluator;

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    JsonNode value(Node.Call call) {
        Optional<Statement.Function> own = evaluator.instance().function(call.function());
        if (own.isPresent()) {
            return evaluator.with(own.get().parameters(), values(call)).value(own.get().body());
        }
        Optional<JsonNode> ofLists = new ListFunctions(evaluator).value(call);
        return ofLists.orElseGet(() -> value(call.function(), values(call)));
    }

    private List<JsonNode> values(Node.Call call) {
        return call.arguments().stream().map(evaluator::value).toList();
    }

    private JsonNode value(String function, List<JsonNode> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0).asText();
        return switch (function) {
            case "string" ->
                    text(arguments.get(0).isTextual() ? first : arguments.get(0).toString());
            case "int" -> LongNode.valueOf(Long.parseLong(first));
            case "bool" -> BooleanNode.valueOf(Boolean.parseBoolean(first));
            case "any" -> arguments.get(0);
            case "toLower" -> text(first.toLowerCase(Locale.ROOT));
            case "toUpper" -> text(first.toUpperCase(Locale.ROOT));
            case "trim" -> text(first.strip());
            case "replace" ->
                    text(first.replace(arguments.get(1).asText(), arguments.get(2).asText()));
            case "startsWith" -> BooleanNode.valueOf(first.startsWith(arguments.get(1).asText()));
            case "endsWith" -> BooleanNode.valueOf(first.endsWith(arguments.get(1).asText()));
            case "substring" ->
                    text(
                            first.substring(
                                    arguments.get(1).intValue(),
                                    arguments.size() < 3
                                            ? first.length()
                                            : arguments.get(1).intValue()
                                                    + arguments.get(2).intValue()));
            case "padLeft" ->
                    text(
                            arguments
                                            .get(2)
                                            .asText()
                                            .repeat(
                                                    Math.max(
                                                            0,
                                                            arguments.get(1).intValue()
                                                                    - first.length()))
                                    + first);
            case "uniqueString" -> text(UNIQUE);
            case "cidrSubnet" ->
                    text(
                            AddressRange.of(first)
                                    .part(arguments.get(1).intValue(), arguments.get(2).intValue())
                                    .toString());
            case "loadTextContent" -> text(load(first));
            case "loadJsonContent" -> Json.parse(load(first));
            case "subscriptionResourceId",
                    "resourceId",
                    "tenantResourceId",
                    "extensionResourceId" ->
                    id(arguments);
            case "environment" -> environment();
            case "resourceGroup" ->
                    JSON.objectNode()
                            .put("name", "group")
                            .put("id", "/group")
                            .put("location", "norwayeast");
            case "readEnvironmentVariable" ->
                    arguments.size() > 1 ? arguments.get(1) : Unknown.of("the variable " + first);
            default -> Unknown.of(function + arguments);
        };
    }

    private String load(String path) {
        Instance instance = evaluator.instance();
        return instance.sources().text(Sources.resolve(instance.file(), path));
    }

    private static JsonNode id(List<JsonNode> arguments) {
        StringBuilder id = new StringBuilder();
        arguments.forEach(one -> id.append('/').append(one.asText()));
        return text(id.toString());
    }

    private static JsonNode environment() {
        ObjectNode environment = JSON.objectNode();
        environment
                .putObject("suffixes")
                .put("storage", "core.windows.net")
                .put("keyvaultDns", ".vault.azure.net");
        return environment.put("resourceManager", "https://management.azure.com/");
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
