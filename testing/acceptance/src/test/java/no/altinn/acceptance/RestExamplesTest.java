package no.altinn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.LocalPlatform;
import no.altinn.platform.json.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the documents of the REST API show works as it is: the examples of each operation make a
 * request that succeeds on a platform in its first state.
 */
class RestExamplesTest {
    /** Where the documents' examples suppose the platform. */
    private static final String LOCAL = "http://localhost:7071";

    /** What no request alone can show: only ID-porten knows what it sends a browser back with. */
    private static final Set<String> NOT_BY_ITSELF = Set.of("endLogin");

    @ParameterizedTest
    @ValueSource(strings = {"help", "serviceowner/help"})
    void everyExampleOfARequestSucceeds(String help) {
        List<OperationExample> failed;
        int all;
        try (LocalPlatform platform = WithPlatform.start()) {
            List<OperationExample> examples = examples(platform, help);
            all = examples.size();
            failed = examples.stream().filter(some -> !fault(platform, some).isEmpty()).toList();
        }

        // An example may have taken away what another one shows.
        List<String> faults = new ArrayList<>();
        for (OperationExample again : failed) {
            try (LocalPlatform platform = WithPlatform.start()) {
                OperationExample example =
                        examples(platform, help).stream()
                                .filter(some -> some.id().equals(again.id()))
                                .findFirst()
                                .orElseThrow();
                faults.addAll(fault(platform, example));
            }
        }
        assertThat(all).isGreaterThan(10);
        assertThat(faults).isEmpty();
    }

    private static List<OperationExample> examples(LocalPlatform platform, String help) {
        URI base = platform.base();
        JsonNode document = Web.json(base.resolve("api/" + help + "/openapi.json"));
        String here = base.toString().replaceAll("/$", "");
        return OperationExample.of(Json.parse(document.toString().replace(LOCAL, here))).stream()
                .filter(example -> !NOT_BY_ITSELF.contains(example.id()))
                .toList();
    }

    /** What is wrong with an answer; empty if nothing is. */
    private static List<String> fault(LocalPlatform platform, OperationExample example) {
        HttpResponse<String> answer =
                Web.send(
                        authorized(
                                platform.base(),
                                example,
                                example.request(platform.base().resolve("api"))));
        return example.successes().contains(answer.statusCode())
                ? List.of()
                : List.of("%s: %d %s".formatted(example, answer.statusCode(), answer.body()));
    }

    private static HttpRequest.Builder authorized(
            URI base, OperationExample example, HttpRequest.Builder request) {
        JsonNode operation = example.operation();
        if (operation.has("x-grant")) {
            request.header("ApiKey", key(operation.get("x-grant").asText()));
        }
        switch (operation.path("x-login").asText()) {
            case "platform" ->
                    request.header(
                            "PlatformAccessToken",
                            Web.token(base, "GetPlatformAccessToken?env=local&app=test"));
            case "service_owner" -> bearer(base, request, "GetEnterpriseToken", "org=ttd", example);
            case "organisation" ->
                    bearer(base, request, "GetEnterpriseToken", "orgNo=310000001", example);
            case "nothing" -> {
                // Open to anybody.
            }
            default ->
                    bearer(base, request, "GetPersonalToken", "pid=01909012345&authLvl=4", example);
        }
        return request;
    }

    /** Service owners have a key of their own, and enterprise users that of their organisation. */
    private static String key(String grant) {
        String digit =
                grant.startsWith("ServiceOwner")
                        ? "2"
                        : grant.startsWith("EnterpriseUsers") ? "5" : "1";
        return "00000000-0000-0000-0000-000000000000".replace("0", digit);
    }

    private static void bearer(
            URI base,
            HttpRequest.Builder request,
            String kind,
            String whose,
            OperationExample example) {
        Set<String> scopes = scopes(example.operation().path("security"));
        String token =
                Web.token(
                        base,
                        "%s?env=local&%s&scopes=%s"
                                .formatted(kind, whose, String.join(",", scopes)));
        request.header("Authorization", "Bearer " + token);
    }

    private static Set<String> scopes(JsonNode security) {
        Set<String> scopes =
                StreamSupport.stream(security.spliterator(), false)
                        .flatMap(way -> stream(way.path("Bearer")))
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(TreeSet::new));
        return scopes.isEmpty() ? Set.of("altinn:enduser") : scopes;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
