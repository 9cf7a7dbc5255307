package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.Required;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What Maven makes of a library that does not have its checksum, in a small build with this
 * project's own options. Needs a Maven on the path, but no network.
 */
@Timeout(120)
final class DownloadsTest {
    private static final String LIBRARY =
            """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>library</groupId><artifactId>library</artifactId><version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    /** Imports the library, which Maven does before it needs any plugin. */
    private static final String BUILD =
            """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>build</groupId><artifactId>build</artifactId><version>1</version>
              <packaging>pom</packaging>
              <repositories>
                <repository><id>here</id><url>%s</url></repository>
              </repositories>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>library</groupId><artifactId>library</artifactId><version>1</version>
                    <type>pom</type><scope>import</scope>
                  </dependency>
                </dependencies>
              </dependencyManagement>
            </project>
            """;

    @TempDir private Path home;
    private Path checksum;

    private record Outcome(int exit, String output) {}

    @BeforeEach
    void copy() throws IOException {
        new Required(System.getenv()).thatThereIs(hasMaven(), "There is no Maven on the path");
        Path library = home.resolve("repository/library/library/1/library-1.pom");
        checksum = library.resolveSibling("library-1.pom.sha1");
        write(library, LIBRARY);
        write(home.resolve("build/pom.xml"), BUILD.formatted(home.resolve("repository").toUri()));
        // Nobody's mirror may stand before the repository.
        write(home.resolve("settings.xml"), "<settings/>");
        write(home.resolve("build/.mvn/maven.config"), Repository.read(".mvn/maven.config"));
    }

    private static boolean hasMaven() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Outcome built() throws IOException, InterruptedException {
        String settings = home.resolve("settings.xml").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                                List.of(
                                        "mvn",
                                        "-B",
                                        "-s",
                                        settings,
                                        "-gs",
                                        settings,
                                        "-Dmaven.repo.local=" + home.resolve("local"),
                                        "validate"))
                        .directory(home.resolve("build").toFile())
                        .redirectErrorStream(true);
        builder.environment().remove("MAVEN_ARGS");
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private static String sha1(String text) throws NoSuchAlgorithmException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    }

    @Test
    @Tag("proof")
    void aLibraryThatIsWhatItShouldBeIsTaken() throws Exception {
        write(checksum, sha1(LIBRARY));

        assertThat(built()).returns(0, Outcome::exit);
    }

    @Test
    void aLibraryThatWasAlteredStopsTheBuild() throws Exception {
        write(checksum, sha1(LIBRARY + " "));

        Outcome outcome = built();

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.output()).contains("Checksum validation failed");
    }

    @Test
    @Tag("proof")
    void aLibraryWithoutChecksumStopsTheBuild() throws Exception {
        Outcome outcome = built();

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.output()).contains("Checksum validation failed");
    }
}
