package no.altinn.local.azd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file for the Azure Developer CLI names services, folders and outputs that exist. */
class AzdFileTest {
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern SITE =
            Pattern.compile(
                    "module (\\w+) 'modules/function-app\\.bicep' = \\{\\s+name: '([^']+)'");
    private static final String TAG =
            "tags: union(tags, { 'azd-service-name': deployment().name })";

    @TempDir private Path folder;

    private static JsonNode file() throws IOException {
        return new YAMLMapper().readTree(text("azure.yaml"));
    }

    private static String text(String path) throws IOException {
        return Files.readString(REPOSITORY.resolve(path));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    private static String hook(String name) throws IOException {
        JsonNode hook = file().path("hooks").path(name);
        assertThat(hook.path("shell").asText()).isEqualTo("sh");
        return hook.path("run").asText();
    }

    @Test
    void theResourcesAreThoseOfTheBicepFiles() throws IOException {
        JsonNode infra = file().path("infra");

        assertThat(file().path("name").asText()).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
        assertThat(infra.path("provider").asText()).isEqualTo("bicep");
        assertThat(REPOSITORY.resolve(infra.path("path").asText()))
                .isDirectoryContaining("glob:**/" + infra.path("module").asText() + ".bicep");
    }

    @Test
    void everyServiceIsASiteAndEverySiteAService() throws IOException {
        List<String> sites =
                SITE.matcher(text("infra-bicep/main.bicep"))
                        .results()
                        .map(one -> one.group(2))
                        .toList();

        assertThat(names(file().path("services"))).containsExactlyInAnyOrderElementsOf(sites);
    }

    private static Collection<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void theTagOfAServiceIsOnTheSiteAndOnNothingElse() throws IOException {
        String module = text("infra-bicep/modules/function-app.bicep");

        // The CLI refuses two resources with the tag of one service.
        assertThat(found("(azd-service-name)", module)).hasSize(1);
        assertThat(module.substring(module.indexOf("'Microsoft.Web/sites@"))).contains(TAG);
        assertThat(module.substring(0, module.indexOf("'Microsoft.Web/sites@")))
                .doesNotContain(TAG);
    }

    @Test
    void everyServiceIsAFunctionAppThatMavenStages() throws IOException {
        for (Map.Entry<String, JsonNode> service : file().path("services").properties()) {
            Path project = REPOSITORY.resolve(service.getValue().path("project").asText());
            String artifact = project.getFileName().toString();

            assertThat(service.getValue().path("host").asText()).isEqualTo("function");
            assertThat(service.getValue().path("language").asText()).isEqualTo("java");
            assertThat(Files.readString(project.resolve("pom.xml")))
                    .contains("<artifactId>" + artifact + "</artifactId>")
                    .contains("azure-functions-maven-plugin");
            assertThat(service.getValue().path("dist").asText())
                    .isEqualTo("target/azure-functions/" + artifact);
        }
    }

    @Test
    void everyProjectIsInstalledWithWhatItStandsOnFirst() throws IOException {
        List<String> projects =
                Stream.of(file().path("services").findValuesAsText("project"))
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(hook("prepackage"))
                .contains("-pl " + String.join(",", projects) + " -am install");
        assertThat(hook("predeploy")).isEqualTo(hook("prepackage"));
    }

    @Test
    void theSubscriptionGetsItsParametersFromTheOutputs() throws IOException {
        String command = hook("postdeploy");
        List<String> given =
                Pattern.compile("(\\w+)=\"\\$(\\w+)\"")
                        .matcher(command)
                        .results()
                        .map(AzdFileTest::sameName)
                        .toList();

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        found("^param (\\w+) \\w+$", text("infra-bicep/event-subscription.bicep")));
        assertThat(found("^output (\\w+) ", text("infra-bicep/main.bicep"))).containsAll(given);
        assertThat(command).contains("--template-file infra-bicep/event-subscription.bicep");
    }

    private static String sameName(MatchResult parameter) {
        assertThat(parameter.group(1)).isEqualTo(parameter.group(2));
        return parameter.group(1);
    }

    @Test
    void everyEnvironmentsParametersAreTakenByItsName() throws Exception {
        for (Path parameters : environments()) {
            String name = parameters.getFileName().toString().replace(".bicepparam", "");

            assertThat(provisioning(name)).as(name).isEmpty();

            assertThat(folder.resolve("infra-bicep/main.bicepparam"))
                    .hasContent(
                            Files.readString(parameters)
                                    .replace("using '../main.bicep'", "using 'main.bicep'"))
                    .content()
                    .contains("using 'main.bicep'");
        }
    }

    @Test
    void anEnvironmentWithoutParametersIsRefused() throws Exception {
        assertThat(provisioning("nowhere"))
                .isEqualTo("There is no file infra-bicep/parameters/nowhere.bicepparam\n");
        assertThat(folder.resolve("infra-bicep/main.bicepparam")).doesNotExist();
    }

    private static List<Path> environments() throws IOException {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("infra-bicep/parameters"))) {
            return files.filter(file -> file.toString().endsWith(".bicepparam")).sorted().toList();
        }
    }

    /** Runs the hook for an environment, and tells what it complains of. */
    private String provisioning(String environment) throws Exception {
        Path copies = Files.createDirectories(folder.resolve("infra-bicep/parameters"));
        for (Path parameters : environments()) {
            Path copy = copies.resolve(parameters.getFileName());
            Files.writeString(copy, Files.readString(parameters));
        }
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-e", "-c", hook("preprovision"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("AZURE_ENV_NAME", environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(output.isEmpty() ? 0 : 1);
        return output;
    }
}
