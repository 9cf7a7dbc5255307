package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The script in a small copy of the house, with a Maven and a Java that only say what they do. */
@Timeout(60)
final class RunLocalTest {
    private static final String BUILT = "mvn";
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FileTime SINCE = FileTime.from(Instant.parse("2021-01-01T00:00:00Z"));

    @TempDir private Path home;
    private Path source;
    private Path jar;

    @BeforeEach
    void copy() throws IOException {
        source = home.resolve("shared/src/main/java/A.java");
        jar = home.resolve("local/platform/target/local-platform-1.0.0-SNAPSHOT.jar");
        Files.createDirectories(source.getParent());
        Files.createDirectories(home.resolve("functions"));
        Files.createDirectories(jar.getParent());
        Files.writeString(source, "class A {}");
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        executable("run-local", Repository.read("run-local"));
        executable("bin/mvn", "#!/bin/sh\necho mvn\nexec touch -a '" + jar + "'\n");
        executable("bin/java", "#!/bin/sh\necho java \"arenas=$MALLOC_ARENA_MAX $@\"\n");
        setAllTimes(LONG_AGO);
    }

    private void executable(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void setAllTimes(FileTime time) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(home)) {
            all = new ArrayList<>(files.toList());
        }
        for (Path file : all) {
            Files.setLastModifiedTime(file, time);
        }
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("run-local").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("JAVA_OPTS");
        builder.environment().remove("MALLOC_ARENA_MAX");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    private void haveBuilt() throws IOException {
        Files.writeString(jar, "built");
        Files.setLastModifiedTime(jar, SINCE);
    }

    @Test
    void whatIsNotBuiltIsBuiltAndThenStarted() throws Exception {
        assertThat(run()).hasSize(3).contains(BUILT).last().asString().startsWith("java ");
    }

    @Test
    void whatHasNotChangedIsNotBuiltAgain() throws Exception {
        haveBuilt();
        assertThat(run()).singleElement().asString().startsWith("java ");
    }

    @Test
    void aChangedSourceIsBuiltOnceAlsoWhereTheJarStaysAsItWas() throws Exception {
        haveBuilt();
        Files.writeString(source, "class A { }");
        assertThat(run()).contains(BUILT);
        assertThat(run()).doesNotContain(BUILT);
    }

    @Test
    void aChangedBuildFileIsBuilt() throws Exception {
        haveBuilt();
        Files.writeString(home.resolve("pom.xml"), "<project></project>");
        assertThat(run()).contains(BUILT);
    }

    @Test
    void aSourceThatWasRemovedIsBuiltWithout() throws Exception {
        haveBuilt();
        Files.delete(source);
        assertThat(run()).contains(BUILT);
    }

    @Test
    void testsAreNoReasonToBuild() throws Exception {
        haveBuilt();
        Path test = home.resolve("shared/src/test/java/ATest.java");
        Files.createDirectories(test.getParent());
        Files.writeString(test, "class ATest {}");
        assertThat(run()).doesNotContain(BUILT);
    }

    @Test
    void optionsArePassedOnAsTheyAre() throws Exception {
        haveBuilt();
        assertThat(run("--data", "a folder", "--port", "0"))
                .singleElement()
                .asString()
                .contains("-Daltinn.home=" + home)
                .endsWith(jar + " --data a folder --port 0");
    }

    @Test
    void memoryIsBoundedInTheHeapAndBeyondIt() throws Exception {
        haveBuilt();
        assertThat(run())
                .singleElement()
                .asString()
                .contains(
                        "arenas=2 ",
                        " -Xmx512m ",
                        " -XX:MaxDirectMemorySize=128m ",
                        " -Djdk.nio.maxCachedBufferSize=");
    }
}
