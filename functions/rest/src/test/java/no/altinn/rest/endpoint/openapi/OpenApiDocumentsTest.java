package no.altinn.rest.endpoint.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Route;
import no.altinn.testing.openapi.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The documents against the routes, in both directions, and by themselves. */
class OpenApiDocumentsTest {
    private static final Pattern PART = Pattern.compile("\\{\\*?([^}]*)}");

    private static final RestDocuments DOCUMENTS = RestDocuments.read();

    private static Set<String> routes(Part part) {
        return part.of(DOCUMENTS.routes()).stream()
                .map(route -> route.method() + " " + OpenApi.path(route))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Operation operation(Route route) {
        return DOCUMENTS.of(route).orElseThrow();
    }

    private static List<JsonNode> of(Operation operation, String place) {
        return operation.parameters().stream()
                .filter(each -> each.path("in").asText().equals(place))
                .toList();
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteIsAnOperationAndEveryOperationARoute(Part part) {
        Set<String> operations =
                DOCUMENTS.document(part).operations().stream()
                        .map(Operation::toString)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations).isEqualTo(routes(part)).isNotEmpty();
    }

    @Test
    void nothingIsWrittenAboutARouteThatThereIsNot() {
        Set<String> keys =
                DOCUMENTS.routes().stream()
                        .map(route -> route.method() + " " + route.template())
                        .collect(Collectors.toSet());

        Set<String> unknown = new TreeSet<>(Words.read().keys());
        unknown.removeAll(keys);

        assertThat(unknown).isEmpty();
    }

    @Test
    void thePartsOfAnAddressAreItsParameters() {
        for (Route route : DOCUMENTS.routes()) {
            Set<String> parts =
                    PART.matcher(route.template())
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet());

            assertThat(of(operation(route), "path"))
                    .as(route.template())
                    .extracting(each -> each.path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(parts);
        }
    }

    @Test
    void keysLoginsAndScopesAreTheRoutes() {
        for (Route route : DOCUMENTS.routes()) {
            JsonNode operation = operation(route).node();
            JsonNode security = operation.path("security");
            Set<String> scopes =
                    StreamSupport.stream(security.spliterator(), false)
                            .flatMap(way -> texts(way.path("Bearer")).stream())
                            .collect(Collectors.toSet());

            assertThat(operation.path("x-grant").asText())
                    .as(route.template())
                    .isEqualTo(
                            route.key()
                                    .map(key -> key.grant(route.method().equals("GET")))
                                    .orElse(""));
            assertThat(security)
                    .as(route.template())
                    .allMatch(way -> way.has("ApiKey") == route.key().isPresent());
            assertThat(scopes).as(route.template()).containsAll(route.scopes());
            assertThat(operation.path("x-login").asText())
                    .isEqualToIgnoringCase(route.needs().name());
        }
    }

    @Test
    void theBoundOfABodyIsTheRoutes() {
        for (Route route : DOCUMENTS.routes()) {
            JsonNode operation = operation(route).node();
            if (operation.has("requestBody")) {
                long most = route.mostFileBytes().orElse(route.maxBody());
                assertThat(operation.path("x-most-body-bytes").asLong())
                        .as(route.template())
                        .isEqualTo(most);
                assertThat(operation.path("description").asText())
                        .contains("at most %d bytes".formatted(most));
            } else {
                assertThat(route.maxBody()).as(route.template()).isEqualTo(Route.USUAL_BODY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void swaggerParserReadsTheDocumentWithoutAMessage(Part part) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result =
                new OpenAPIV3Parser()
                        .readContents(DOCUMENTS.document(part).root().toString(), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths().keySet())
                .containsAll(
                        DOCUMENTS.document(part).operations().stream()
                                .map(Operation::path)
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyReferenceLeadsSomewhere(Part part) {
        JsonNode document = DOCUMENTS.document(part).root();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationHasANameASummaryATagAndAnAnswer(Part part) {
        Set<String> tags =
                Set.copyOf(DOCUMENTS.document(part).root().path("tags").findValuesAsText("name"));
        List<Operation> operations = DOCUMENTS.document(part).operations();

        assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
        assertThat(operations)
                .allSatisfy(
                        each -> {
                            assertThat(each.id()).as(each.toString()).matches("[a-zA-Z]+");
                            assertThat(each.node().path("summary").asText()).isNotEmpty();
                            assertThat(tags).containsAll(texts(each.node().path("tags")));
                            assertThat(each.node().path("responses").fieldNames())
                                    .toIterable()
                                    .anyMatch(status -> status.compareTo("400") < 0);
                        });
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleIsAsTheSchemaBesideItSays(Part part) {
        assertThat(DOCUMENTS.document(part).faultsOfExamples()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyBodyAndEveryPartOfAnAddressHasAnExample(Part part) {
        for (Operation operation : DOCUMENTS.document(part).operations()) {
            operation
                    .node()
                    .path("requestBody")
                    .path("content")
                    .forEach(body -> assertThat(body.has("example")).as(operation.id()).isTrue());
            assertThat(operation.parameters())
                    .filteredOn(each -> each.path("required").asBoolean())
                    .as(operation.id())
                    .allMatch(each -> each.has("example"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentIsOpenCachedAndTaggedAndSaysWhereTheAppIs(Part part) {
        DoorBed.Asked asked =
                DOCUMENTS
                        .bed()
                        .get(RestDocuments.path(part))
                        .without("ApiKey")
                        .accepting("text/xml");

        DoorBed.Answer answer = asked.answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(DOCUMENTS.document(part).root().at("/servers/0/url").asText())
                .isEqualTo("https://rest.example/api");
        assertThat(answer.body()).doesNotContain("localhost", "7071");
        assertThat(asked.with("If-None-Match", answer.header("ETag")).answer().status())
                .isEqualTo(304);
        assertThat(asked.answer().header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void bothNamesOfTheMessageBoxAreDocumentedAlike() {
        Set<String> messages = paths("/{who}/messages");

        assertThat(messages).isNotEmpty().isEqualTo(paths("/{who}/messagebox"));
    }

    private static Set<String> paths(String prefix) {
        return DOCUMENTS.operations().stream()
                .filter(each -> (each.path() + "/").startsWith(prefix + "/"))
                .map(each -> each.method() + each.path().substring(prefix.length()))
                .collect(Collectors.toSet());
    }
}
