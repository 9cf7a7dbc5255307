package no.altinn.local.proof;

import static no.altinn.local.proof.SmallHouse.JAVA;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.Required;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** How the script starts the platform. */
@Timeout(180)
final class RunLocalTest {
    @TempDir private Path home;
    private SmallHouse house;

    @BeforeEach
    void build() throws Exception {
        house = SmallHouse.in(home);
        house.run();
    }

    private String start(String... options) throws Exception {
        return house.run(options).stream()
                .filter(line -> line.startsWith(JAVA))
                .findAny()
                .orElseThrow();
    }

    @Test
    void optionsArePassedOnAsTheyAre() throws Exception {
        assertThat(start("--data", "a folder", "--port", "0"))
                .contains("-Daltinn.home=" + home.toRealPath())
                .endsWith(" no.altinn.local.Main --data a folder --port 0");
    }

    @Test
    void memoryIsBoundedInTheHeapAndBeyondIt() throws Exception {
        assertThat(start())
                .contains(
                        "arenas=2 ",
                        " -Xmx512m ",
                        " -XX:MaxDirectMemorySize=128m ",
                        " -Djdk.nio.maxCachedBufferSize=");
    }

    @Test
    void resourcesAreReadWhereTheyAreAndLibrariesComeLast() throws Exception {
        house.write("functions/events/src/main/resources/page", "text");
        assertThat(start())
                .contains(":" + house.path("functions/events/src/main/resources").toRealPath())
                .contains(":" + house.path("lib/a.jar").toRealPath() + " no.altinn.local.Main");
    }

    @Test
    @Tag("proof")
    void allModulesCompileAtOnceAgainstTheLibrariesThatTheBuildFileLists() throws Exception {
        Path libraries = Repository.root().resolve("local/platform/target/libraries");
        new Required(System.getenv())
                .thatThereIs(Files.exists(libraries), "Maven lists them ahead of the tests");
        house.becomeReal(libraries);
        assertThat(house.run("--help")).anyMatch(line -> line.startsWith("Usage: run-local"));
    }
}
