package no.altinn.acceptance.gateway;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An API in the list of routes.
 *
 * @param path the beginning of its addresses, without slashes around it; empty for all others
 * @param policy the name of its policy's file
 * @param closed the paths below {@code path} that are not published, without a first slash
 */
record GatewayApi(
        String name, String path, String policy, List<String> closed, List<Operation> operations) {
    /**
     * An operation that has a name.
     *
     * @param path below the API's, with its first slash
     * @param token whether an answer of 2xx means that the app has accepted a bearer token
     */
    record Operation(String name, String method, String path, boolean token) {
        static Operation of(JsonNode operation) {
            return new Operation(
                    operation.required("name").asText(),
                    operation.required("method").asText(),
                    operation.required("path").asText(),
                    operation.required("token").asBoolean());
        }
    }

    static GatewayApi of(JsonNode api) {
        List<String> closed = new ArrayList<>();
        api.required("closed").forEach(path -> closed.add(path.asText()));
        List<Operation> operations = new ArrayList<>();
        api.required("operations").forEach(each -> operations.add(Operation.of(each)));
        return new GatewayApi(
                api.required("name").asText(),
                api.required("path").asText(),
                api.required("policy").asText(),
                closed,
                operations);
    }

    /** The operations' paths as the module puts them into the policy. */
    String openPattern() {
        return operations.stream()
                .map(operation -> pattern(operation.path()))
                .collect(Collectors.joining("|"));
    }

    /** The closed paths likewise. */
    String closedPattern() {
        return closed.stream().map(path -> "/" + pattern(path)).collect(Collectors.joining("|"));
    }

    private static String pattern(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(GatewayApi::segment)
                .collect(Collectors.joining("/"));
    }

    private static String segment(String text) {
        if (text.startsWith("{*")) {
            return ".*";
        }
        return text.startsWith("{") ? "[^/]+" : text.replace(".", "[.]");
    }
}
