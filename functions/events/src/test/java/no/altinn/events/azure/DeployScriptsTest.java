package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The deployment's scripts, with stand-ins for the programs that they call. */
@DisabledOnOs(OS.WINDOWS)
class DeployScriptsTest {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SCRIPTS = REPOSITORY.resolve(".github/scripts");
    private static final String FORBIDDEN =
            "HTTP/1.1 403 Ip Forbidden\\r\\nX-MS-Forbidden-Ip: 198.51.100.7\\r\\n";

    @TempDir Path folder;

    private record Ended(int status, String said) {}

    /** Writes a program of that name, which notes its arguments and does what the lines say. */
    private void program(String name, String lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(
                file, "#!/bin/bash\necho \"" + name + " $*\" >> \"$CALLS\"\n" + lines + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(
                                        Stream.of(SCRIPTS.resolve(script).toString()),
                                        Stream.of(arguments))
                                .toList());
        builder.environment().remove("PUBLISHER_RANGES");
        builder.environment().putAll(environment);
        builder.environment().put("DELAY_SECONDS", "0");
        builder.environment().put("CALLS", calls().toString());
        builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(script + " did not end within a minute");
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private Path calls() {
        return folder.resolve("calls.txt");
    }

    private List<String> callsOf(String program) throws IOException {
        return Files.readAllLines(calls()).stream()
                .filter(call -> call.startsWith(program + " "))
                .toList();
    }

    @BeforeEach
    void aSiteThatRefusesThisMachineUntilItsDoorIsOpened() throws IOException {
        program("az", "");
        program(
                "curl",
                """
                case "$*" in
                  *--head*) printf '%s';;
                  *) grep -q 'access-restriction add' "$CALLS" && printf 401 || printf 403;;
                esac"""
                        .formatted(FORBIDDEN));
    }

    private Ended publish(Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(environment, "publish", "group", "site", "package.zip");
    }

    @Test
    void aPackageIsPublishedWhileTheDoorIsOpenToThisMachineAlone()
            throws IOException, InterruptedException {
        assertThat(publish(Map.of())).isEqualTo(new Ended(0, ""));

        List<String> calls = callsOf("az");
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0))
                .contains("access-restriction add", "--scm-site true", "--name site")
                .contains("--action Allow --ip-address 198.51.100.7/32");
        assertThat(calls.get(1)).contains("config-zip", "--name site", "--src package.zip");
        assertThat(calls.get(2)).contains("access-restriction remove", "--scm-site true");
    }

    @Test
    void theDoorIsShutAfterAPublicationThatFailed() throws IOException, InterruptedException {
        program("az", "[[ $* != *config-zip* ]]");

        assertThat(publish(Map.of()).status()).isNotZero();

        assertThat(callsOf("az")).last().asString().contains("access-restriction remove");
    }

    @Test
    void noDoorIsOpenedToAnAddressThatIsNone() throws IOException, InterruptedException {
        for (String told : new String[] {"", "X-MS-Forbidden-Ip: 0.0.0.0/0\\r\\n"}) {
            program("curl", "printf '" + told + "'");

            Ended ended = publish(Map.of());

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.said()).contains("set PUBLISHER_RANGES");
        }
        assertThat(callsOf("az")).isEmpty();
    }

    @Test
    void aMachineThatTheDeploymentLetsInOpensNothing() throws IOException, InterruptedException {
        assertThat(publish(Map.of("PUBLISHER_RANGES", "203.0.113.0/28")).status()).isZero();

        assertThat(callsOf("az")).singleElement().asString().contains("config-zip");
    }

    private static List<String> functionsOf(String role) throws IOException {
        JsonNode lists =
                Json.parse(
                        Files.readString(REPOSITORY.resolve("infra-bicep/events-functions.json")));
        return StreamSupport.stream(lists.path(role).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    /** A site that lists functions as Azure's command line does: is it disabled, its whole name. */
    private void site(List<String> running, List<String> disabled) throws IOException {
        String lines =
                Stream.concat(
                                running.stream().map(name -> "null\tsite/" + name),
                                disabled.stream().map(name -> "true\tsite/" + name))
                        .collect(Collectors.joining("\n"));
        program("az", "cat <<'END'\n" + lines + "\nEND");
    }

    private Ended listed(String... role) throws IOException, InterruptedException {
        Path built = Files.createDirectories(folder.resolve("package"));
        for (String name :
                Stream.concat(functionsOf("api").stream(), functionsOf("worker").stream())
                        .toList()) {
            Path function = Files.createDirectories(built.resolve(name));
            Files.writeString(function.resolve("function.json"), "{}");
        }
        return run(
                Map.of(),
                "functions-are-listed",
                Stream.concat(Stream.of("group", "site", built.toString()), Stream.of(role))
                        .toArray(String[]::new));
    }

    @Test
    void aSiteThatRunsItsRoleAloneIsRight() throws IOException, InterruptedException {
        site(functionsOf("api"), functionsOf("worker"));

        assertThat(listed("api").status()).isZero();
    }

    @Test
    void aSiteThatRunsTheOtherRoleTooIsWrong() throws IOException, InterruptedException {
        site(
                Stream.concat(functionsOf("api").stream(), Stream.of("DeliverEvent")).toList(),
                functionsOf("worker"));

        Ended ended = listed("api");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("should not").contains("DeliverEvent");
    }

    @Test
    void aSiteWhoseOwnFunctionIsDisabledIsWrong() throws IOException, InterruptedException {
        site(
                List.of(),
                Stream.concat(functionsOf("api").stream(), functionsOf("worker").stream())
                        .toList());

        Ended ended = listed("worker");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("RelayEvents");
    }

    @Test
    void aRoleThatNobodyHasIsRefused() throws IOException, InterruptedException {
        Ended ended = listed("workers");

        assertThat(ended).isEqualTo(new Ended(1, "there is no role workers\n"));
    }

    @Test
    void aSiteThatDoesNotListAFunctionIsWrong() throws IOException, InterruptedException {
        site(functionsOf("api"), List.of());

        Ended ended = listed();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("does not list").contains("SweepDeliveries");
    }
}
