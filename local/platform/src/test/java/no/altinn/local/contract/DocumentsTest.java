package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;
import no.altinn.testing.json.Json;
import no.altinn.testing.openapi.ApiDocument;
import no.altinn.testing.openapi.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI documents of the apps: what is in them, and how they are had. */
@ExtendWith(RunningPlatform.class)
final class DocumentsTest {
    /** An app and its document. */
    private record App(String word, ApiDocument document) {
        private String path() {
            return word + "/api/v1/openapi.json";
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static List<App> apps() {
        return List.of(
                new App("events", Documents.EVENTS),
                new App("authentication", Documents.AUTHENTICATION));
    }

    /** What no other function answers, pages for people, and what browsers ask beforehand. */
    private static final Set<String> NO_OPERATIONS =
            Set.of(
                    "UnroutedRequest",
                    "Help",
                    "HelpFile",
                    "Portal",
                    "PortalFile",
                    "ExchangePreflight",
                    "RefreshPreflight");

    private final Platform platform;

    DocumentsTest(Platform platform) {
        this.platform = platform;
    }

    private static String operation(Operation operation, String server) {
        return operation.method() + " " + server.substring(1) + operation.path();
    }

    private static Stream<String> operations(HostedFunction function) {
        Trigger.Http http = function.trigger(Trigger.Http.class);
        return http.methods().stream().map(method -> method + " " + http.route());
    }

    @ParameterizedTest
    @MethodSource("apps")
    void everyFunctionIsAnOperationAndEveryOperationAFunction(App app) {
        Set<String> functions =
                FunctionCatalog.scan(Optional::of, "no.altinn." + app.word + ".functions")
                        .firedBy(Trigger.Http.class)
                        .stream()
                        .filter(function -> !NO_OPERATIONS.contains(function.name()))
                        .flatMap(DocumentsTest::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> operations =
                app.document.operations().stream()
                        .map(each -> operation(each, app.document.server()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations).isNotEmpty().isEqualTo(functions);
    }

    @ParameterizedTest
    @MethodSource("apps")
    void anOperationIsCalledAsItsFunctionIs(App app) {
        Set<String> functions =
                FunctionCatalog.scan(Optional::of, "no.altinn." + app.word + ".functions")
                        .firedBy(Trigger.Http.class)
                        .stream()
                        .map(HostedFunction::name)
                        .collect(Collectors.toSet());

        assertThat(app.document.operations()).extracting(Operation::id).isSubsetOf(functions);
    }

    @ParameterizedTest
    @MethodSource("apps")
    void swaggerParserReadsTheDocumentWithoutAMessage(App app) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(app.document.root().toString(), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths().keySet())
                .containsAll(app.document.operations().stream().map(Operation::path).toList());
    }

    @ParameterizedTest
    @MethodSource("apps")
    void everyExampleIsAsTheSchemaBesideItSays(App app) {
        assertThat(app.document.faultsOfExamples()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("apps")
    void theDocumentIsServedUnderThePlatformsOwnAddress(App app) {
        Reply reply = platform.call("GET", app.path()).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.body()).doesNotContain("7071");
        JsonNode expected = app.document.root().deepCopy();
        ((ObjectNode) expected.required("servers").required(0))
                .put("url", platform.base() + app.word + "/api/v1");
        assertThat(reply.json()).isEqualTo(here(expected));
    }

    private JsonNode here(JsonNode document) {
        String base = platform.base().toString();
        return Json.parse(document.toString().replace("http://localhost:7071/", base));
    }

    @ParameterizedTest
    @MethodSource("apps")
    void aClientThatHasTheDocumentIsToldSo(App app) {
        Reply first = platform.call("GET", app.path()).send();
        String tag = first.header("ETag").orElseThrow();

        Reply again =
                platform.call("GET", app.path()).header("If-None-Match", "\"x\", W/" + tag).send();
        Reply other = platform.call("GET", app.path()).header("If-None-Match", "\"x\"").send();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).contains(tag);
        assertThat(other.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("public, max-age=300");
    }

    @Test
    void everyRequirementNamesASchemeThatIsThere() {
        List<ApiDocument> all = new ArrayList<>(Documents.all());
        all.addAll(RestDocumentation.of(platform).documents());

        assertThat(all).hasSize(4);
        for (ApiDocument document : all) {
            JsonNode schemes = document.root().at("/components/securitySchemes");
            assertThat(document.operations())
                    .flatExtracting(DocumentsTest::schemes)
                    .isNotEmpty()
                    .allMatch(schemes::has);
        }
    }

    private static List<String> schemes(Operation operation) {
        List<String> names = new ArrayList<>();
        operation
                .node()
                .path("security")
                .forEach(one -> one.fieldNames().forEachRemaining(names::add));
        return names;
    }

    @Test
    void theDocumentOfPushesIsServedWithThePlatformsOwnAddress() {
        Reply reply = platform.call("GET", "events/api/v1/asyncapi.json").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(here(Pushes.document()));
    }
}
