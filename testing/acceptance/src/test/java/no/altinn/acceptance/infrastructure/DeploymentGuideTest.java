package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.acceptance.infrastructure.bicep.Deployment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guides' files, outputs, secrets, variables and queries exist where a command needs them. */
class DeploymentGuideTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.ofRepository();
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/$.}-])(?:infra-bicep|functions|\\.github)/[\\w./$-]*");
    private static final Pattern OUTPUT =
            Pattern.compile(
                    "\\b((?:events(?:Api|Worker)?|authentication|rest|gateway|topic|cosmos|platform|outgoing)[A-Z]\\w*)\\b");
    private static final Pattern ASKED = Pattern.compile("(?<![\\w-])output ([a-z]\\w*)");
    private static final Pattern SECRET =
            Pattern.compile(
                    "az keyvault (?:secret|certificate|key) (?:set|create|import|download|show|rotate)\\b[^\\n]*--name ([\\w-]+)");
    private static final Pattern USED = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");
    private static final Pattern SET =
            Pattern.compile(
                    "(?m)(?:^|[\\s;(|])(?:export |local )?([A-Za-z_]\\w*)=|\\bfor (\\w+) in|\\bread -r (\\w+)");
    private static final Pattern GIVEN = Pattern.compile("(?m)^\\| `\\$(\\w+)` \\|");
    private static final Set<String> OF_THE_SHELL = Set.of("PATH", "OLDPWD", "HOME");

    @TempDir Path folder;

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(
                        one ->
                                Stream.iterate(1, i -> i + 1)
                                        .limit(one.groupCount())
                                        .map(one::group)
                                        .filter(group -> group != null)
                                        .findFirst()
                                        .orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<String> outputs() {
        Set<String> outputs = new HashSet<>();
        for (Deployment environment : INFRASTRUCTURE.environments()) {
            environment.outputs().fieldNames().forEachRemaining(outputs::add);
        }
        return outputs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.md", "operations.md", "costs.md"})
    void everyPathInACommandLeadsToAFile(String page) {
        List<String> missing = new ArrayList<>();
        for (String block : Guide.read(page).blocks("sh")) {
            PATH.matcher(block)
                    .results()
                    .map(path -> path.group().replace("$environment", "example"))
                    // What is staged is there after a build alone, and tt02's and a copy are files
                    // too.
                    .filter(path -> !path.contains("$") && !path.contains("/target"))
                    .filter(path -> !path.equals("infra-bicep/parameters/test.bicepparam"))
                    .filter(path -> !Files.exists(Guide.ROOT.resolve(path)))
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.md", "operations.md"})
    void everyOutputThatACommandAsksForIsOneOfTheDeployment(String page) {
        Set<String> asked = new HashSet<>();
        for (String block : Guide.read(page).blocks("sh")) {
            asked.addAll(found(ASKED, block));
            if (block.contains("output \"$name\"")) {
                asked.addAll(
                        found(
                                OUTPUT,
                                block.lines()
                                        .filter(line -> line.contains("for name in"))
                                        .collect(Collectors.joining())));
            }
        }

        assertThat(asked).isNotEmpty();
        assertThat(outputs()).containsAll(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.md", "operations.md"})
    void everySecretThatACommandMakesIsReadByAnAppOrTheGateway(String page) throws IOException {
        Set<String> made = found(SECRET, Guide.read(page).text());
        StringBuilder readers = new StringBuilder(INFRASTRUCTURE.text("infra-bicep/main.bicep"));
        for (String sources : List.of("functions/authentication/src/main", "shared/src/main")) {
            try (Stream<Path> files = Files.walk(Guide.ROOT.resolve(sources))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    readers.append(Files.readString(file));
                }
            }
        }
        String read = readers.toString();

        assertThat(made).isNotEmpty();
        assertThat(made)
                .filteredOn(name -> !name.endsWith("-access-token-public-cert"))
                .allMatch(
                        name ->
                                read.contains("'" + name + "'")
                                        || read.contains("\"" + name + "\"")
                                        || read.contains("/" + name));
        assertThat(read).contains("\"-access-token-public-cert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.md", "operations.md"})
    void everyVariableIsSetOrGivenBeforeItIsUsed(String page) {
        Guide first = Guide.read("deploy.md");
        Set<String> known = new HashSet<>(OF_THE_SHELL);
        known.addAll(found(GIVEN, first.text()));
        if (!page.equals("deploy.md")) {
            // Its sections begin with the first block, and the keys are rotated as they were made.
            first.blocks("sh").forEach(block -> known.addAll(found(SET, block)));
        }
        List<String> unset = new ArrayList<>();
        for (String block : Guide.read(page).blocks("sh")) {
            known.addAll(found(SET, block));
            found(USED, block).stream().filter(name -> !known.contains(name)).forEach(unset::add);
        }

        assertThat(unset).isEmpty();
    }

    @Test
    void everyValueThatIsGivenIsUsed() {
        Guide guide = Guide.read("deploy.md");
        Set<String> used = new HashSet<>();
        guide.blocks("sh").forEach(block -> used.addAll(found(USED, block)));

        assertThat(used).containsAll(found(GIVEN, guide.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.md", "operations.md"})
    @DisabledOnOs(OS.WINDOWS)
    void everyCommandIsOneThatAShellCanRead(String page) throws IOException, InterruptedException {
        Path script = folder.resolve("blocks.sh");
        for (String block : Guide.read(page).blocks("sh")) {
            Files.writeString(script, block);
            Process shell =
                    new ProcessBuilder("bash", "-n", script.toString())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(shell.exitValue()).as(block + said).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.md", "operations.md"})
    void everyQueryAsksForTablesColumnsAndFunctionsThatThereAre(String page) {
        Set<String> functions =
                AppFunction.all().stream().map(AppFunction::name).collect(Collectors.toSet());

        assertThat(Guide.read(page).blocks("kusto"))
                .isNotEmpty()
                .allSatisfy(
                        query -> {
                            assertThat(new KustoQuery(query).unknown()).isEmpty();
                            assertThat(functions)
                                    .containsAll(
                                            new KustoQuery(query).comparedWith("OperationName"));
                        });
    }

    @Test
    void everyParameterThatIsToBeMadeOnesOwnIsOneOfTheFile() {
        Set<String> declared =
                found(
                        Pattern.compile("(?m)^param (\\w+) "),
                        INFRASTRUCTURE.text("infra-bicep/main.bicep"));
        Set<String> named = new HashSet<>();
        for (String cell : Guide.read("deploy.md").table("| parameter | yours |").keySet()) {
            named.addAll(found(Pattern.compile("`(\\w+)`"), cell));
        }

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(declared).containsAll(named);
    }

    @Test
    void everyParameterWithoutADefaultIsTold() {
        String main = INFRASTRUCTURE.text("infra-bicep/main.bicep");
        Set<String> needed = found(Pattern.compile("(?m)^param (\\w+) \\w+$"), main);
        Set<String> told = new HashSet<>();
        for (String cell : Guide.read("deploy.md").table("| parameter | yours |").keySet()) {
            told.addAll(found(Pattern.compile("`(\\w+)`"), cell));
        }

        assertThat(needed).isNotEmpty();
        assertThat(told).containsAll(needed);
    }
}
