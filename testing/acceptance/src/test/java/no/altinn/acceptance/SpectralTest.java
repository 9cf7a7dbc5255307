package no.altinn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.LocalPlatform;
import no.altinn.testing.node.NodeTools;
import no.altinn.testing.node.ToolResult;
import no.altinn.testing.node.WithNodeTools;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Spectral finds nothing in the documents that the running platform publishes. */
@ExtendWith({WithPlatform.class, WithNodeTools.class})
final class SpectralTest {
    private static final Path RULES =
            Path.of("..", "..", ".spectral.yaml").toAbsolutePath().normalize();

    private static final List<String> DOCUMENTS =
            List.of(
                    "events/api/v1/openapi.json",
                    "events/api/v1/asyncapi.json",
                    "authentication/api/v1/openapi.json",
                    "api/help/openapi.json",
                    "api/serviceowner/help/openapi.json");

    private final LocalPlatform platform;
    private final NodeTools tools;
    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir private Path folder;

    SpectralTest(LocalPlatform platform, NodeTools tools) {
        this.platform = platform;
        this.tools = tools;
    }

    private String document(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        HttpRequest.newBuilder(URI.create(platform.base() + path)).build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private Path file(String name, String document) throws IOException {
        return Files.writeString(folder.resolve(name), document);
    }

    private ToolResult lint(List<Path> files) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("lint", "--ruleset", RULES.toString(), "--fail-severity", "hint"));
        files.forEach(file -> arguments.add(file.toString()));
        return tools.tool("spectral", arguments.toArray(String[]::new))
                .within(Duration.ofMinutes(5))
                .run();
    }

    @Test
    void spectralFindsNothingInADocument() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String path : DOCUMENTS) {
            files.add(file(files.size() + ".json", document(path)));
        }

        ToolResult result = lint(files);

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("No results with a severity of 'hint' or higher found");
    }

    @Test
    @Tag("proof")
    void spectralReadsEveryDocument() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String path : DOCUMENTS) {
            String faulty = document(path).replaceFirst("\"info\":", "\"not-info\":");
            files.add(file(files.size() + ".json", faulty));
        }

        ToolResult result = lint(files);

        assertThat(result.status()).isNotZero();
        for (Path file : files) {
            assertThat(result.output()).contains(file.getFileName().toString());
        }
    }

    @ParameterizedTest
    @Tag("proof")
    @CsvSource({
        "events/api/v1/openapi.json, \"operationId\":\"GetEvents\", operation-operationId",
        "events/api/v1/asyncapi.json, \"action\":\"send\", asyncapi-3-document",
        "authentication/api/v1/openapi.json, \"description\":\"The caller's own, operation-description"
    })
    void spectralWouldFindAFault(String path, String part, String rule)
            throws IOException, InterruptedException {
        String document = document(path);
        assertThat(document).contains(part);

        ToolResult result =
                lint(
                        List.of(
                                file(
                                        "document.json",
                                        document.replace(
                                                part, part.replaceFirst("\"", "\"not-")))));

        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains(rule);
    }
}
