package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The script {@code run-local} in a small copy of the house. Its Maven and its JDK say that they
 * are called: a jar is the text of all sources, and to run it is to print it.
 */
final class SmallHouse {
    /** What is printed where Maven, the compiler or the virtual machine was called. */
    static final String MAVEN = "mvn";

    static final String COMPILER = "javac";
    static final String JAVA = "java ";

    private static final String FAKE_MAVEN =
            """
            #!/bin/sh
            if grep -q broken pom.xml; then
              printf '\\033[0m[INFO] Scanning\\n[WARNING] old\\n[ERROR] no such library\\n  at its second line'
              exit 1
            fi
            printf '\\033[0m\\033[0m' >&2
            printf 'mvn\\n\\033[m\\033[0m[INFO] Building Shared 1.0 [1/2]\\n'
            mkdir -p local/platform/target lib
            echo library >lib/a.jar
            echo "$PWD/lib/a.jar" >local/platform/target/libraries
            """;
    private static final String FAKE_COMPILER =
            """
            #!/bin/sh
            echo javac
            for sources in "$@"; do :; done
            while [ "$1" != -d ]; do shift; done
            mkdir "$2"
            tr -d '"' <"${sources#@}" | xargs cat >"$2/all"
            [ ! -f meanwhile ] || mv meanwhile shared/src/main/java/A.java
            if grep broken "$2/all"; then exit 1; fi
            """;
    private static final String FAKE_JAR =
            """
            #!/bin/sh
            while [ "$1" != --file ]; do shift; done
            cp "$4/all" "$2"
            """;
    private static final String FAKE_JAVA =
            """
            #!/bin/sh
            echo java "arenas=$MALLOC_ARENA_MAX $@"
            while [ "$1" != -cp ]; do shift; done
            cat "${2%%:*}"
            """;

    /** What a run printed, line by line, and how it ended. */
    record Run(int exitCode, List<String> lines) {}

    private final Path home;

    private SmallHouse(Path home) {
        this.home = home;
    }

    /** A house in an empty folder: one source, one build file, nothing built. */
    static SmallHouse in(Path home) throws IOException {
        SmallHouse house = new SmallHouse(home);
        Files.createDirectories(home.resolve("functions"));
        Files.createDirectories(home.resolve("local"));
        house.write("shared/src/main/java/A.java", "class A {}");
        house.write("pom.xml", "<project/>");
        house.executable("run-local", Repository.read("run-local"));
        house.executable("bin/mvn", FAKE_MAVEN);
        house.executable("bin/javac", FAKE_COMPILER);
        house.executable("bin/jar", FAKE_JAR);
        house.executable("bin/java", FAKE_JAVA);
        return house;
    }

    /** Has the sources that the repository has, its libraries and a JDK that compiles. */
    void becomeReal(Path libraries) throws IOException {
        Files.delete(path("shared/src/main/java/A.java"));
        write("pom.xml", Repository.read("pom.xml"));
        for (String top : List.of("shared", "functions", "local")) {
            try (Stream<Path> files = Files.walk(Repository.root().resolve(top))) {
                for (Path file : files.filter(SmallHouse::isMainSource).toList()) {
                    write(Repository.root().relativize(file).toString(), Files.readString(file));
                }
            }
        }
        executable(
                "bin/mvn",
                "#!/bin/sh\nmkdir -p local/platform/target\ncp '%s' local/platform/target/libraries"
                        .formatted(libraries));
        for (String tool : List.of("javac", "jar", "java")) {
            executable(
                    "bin/" + tool,
                    "#!/bin/sh\nexec '%s/bin/%s' \"$@\""
                            .formatted(System.getProperty("java.home"), tool));
        }
    }

    private static boolean isMainSource(Path file) {
        return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
    }

    Path path(String file) {
        return home.resolve(file);
    }

    Path write(String file, String text) throws IOException {
        Files.createDirectories(path(file).getParent());
        return Files.writeString(path(file), text + "\n");
    }

    private void executable(String file, String text) throws IOException {
        Files.setPosixFilePermissions(
                write(file, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What a run prints that starts the platform. */
    List<String> run(String... options) throws IOException, InterruptedException {
        Run run = tryToRun(options);
        assertThat(run.exitCode()).as(run.lines().toString()).isZero();
        return run.lines();
    }

    Run tryToRun(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path("run-local").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path("bin") + ":" + System.getenv("PATH"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("JAVA_OPTS");
        builder.environment().remove("MALLOC_ARENA_MAX");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output.lines().toList());
    }
}
