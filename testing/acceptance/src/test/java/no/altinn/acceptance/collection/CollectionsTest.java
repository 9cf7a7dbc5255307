package no.altinn.acceptance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import no.altinn.acceptance.WithPlatform;
import no.altinn.local.LocalPlatform;
import no.altinn.testing.node.NodeTools;
import no.altinn.testing.node.ToolResult;
import no.altinn.testing.node.ToolRun;
import no.altinn.testing.node.WithNodeTools;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whoever opens a collection, chooses the local platform and sends all, gets the right answers. */
@ExtendWith({WithNodeTools.class, WithPlatform.class})
class CollectionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String USUAL = "http://localhost:7071";

    private final NodeTools tools;
    private final LocalPlatform platform;
    private final long requests = BruFolder.read(Repository.BRUNO).all().count();

    @TempDir private Path folder;

    CollectionsTest(NodeTools tools, LocalPlatform platform) {
        this.tools = tools;
        this.platform = platform;
    }

    /** The environment of the local platform, where it listens now. */
    private List<String> values() {
        String here = platform.base().toString().replaceFirst("/$", "");
        Path local = Repository.BRUNO.resolve("environments/local.bru");
        List<String> options = new ArrayList<>();
        for (Map.Entry<String, String> value : BruFile.read(local).pairs("vars").entrySet()) {
            if (value.getValue().startsWith(USUAL)) {
                String there = value.getValue().replace(USUAL, here);
                options.addAll(List.of("--env-var", value.getKey() + "=" + there));
            }
        }
        return options;
    }

    private JsonNode report(ToolRun run, Path report) throws IOException {
        ToolResult result = run.run();
        assertThat(result.status()).as(result.output()).isZero();
        return MAPPER.readTree(report.toFile());
    }

    @Test
    @Tag("proof")
    void brunoGetsWhatItExpects() throws IOException {
        Path file = folder.resolve("bruno.json");
        List<String> arguments =
                new ArrayList<>(List.of("run", "-r", "--env", "local", "--reporter-json"));
        arguments.add(file.toString());
        arguments.addAll(values());

        JsonNode summary =
                report(
                                tools.tool("bru", arguments.toArray(String[]::new))
                                        .in(Repository.BRUNO),
                                file)
                        .at("/0/summary");

        assertThat(summary.path("passedRequests").asLong()).isEqualTo(requests);
        assertThat(summary.path("passedTests").asLong()).isGreaterThanOrEqualTo(requests);
        assertThat(summary.path("failedTests").asLong()).isZero();
    }

    @Test
    void newmanGetsWhatItExpects() throws IOException {
        Path file = folder.resolve("newman.json");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "run",
                                "altinn.postman_collection.json",
                                "--environment",
                                "local.postman_environment.json",
                                "--reporters",
                                "cli,json",
                                "--reporter-json-export"));
        arguments.add(file.toString());
        arguments.addAll(values());

        JsonNode stats =
                report(
                                tools.tool("newman", arguments.toArray(String[]::new))
                                        .in(Repository.POSTMAN),
                                file)
                        .at("/run/stats");

        assertThat(stats.at("/requests/total").asLong()).isEqualTo(requests);
        assertThat(stats.at("/assertions/total").asLong()).isGreaterThanOrEqualTo(requests);
        assertThat(stats.at("/assertions/failed").asLong()).isZero();
    }
}
