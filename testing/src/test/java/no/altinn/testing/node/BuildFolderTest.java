package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class BuildFolderTest {
    @TempDir private Path folder;

    private Path module(String name) throws IOException {
        return Files.createDirectories(folder.resolve("project").resolve(name));
    }

    @Test
    void allModulesHaveOneWhateverTheirDepth() throws IOException {
        Files.createDirectories(folder.resolve("project/.mvn"));
        Path target = folder.resolve("project/target");

        assertThat(BuildFolder.of(module("shared"))).isEqualTo(target);
        assertThat(BuildFolder.of(module("functions/events"))).isEqualTo(target);
        assertThat(BuildFolder.of(folder.resolve("project"))).isEqualTo(target);
    }

    @Test
    void aProjectInsideAnotherHasItsOwn() throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        Files.createDirectories(folder.resolve("project/.mvn"));

        assertThat(BuildFolder.of(module("shared"))).isEqualTo(folder.resolve("project/target"));
    }

    @Test
    void theseTestsHaveThatOfTheWholeProject() {
        assertThat(BuildFolder.of(Path.of("")).getParent()).isDirectoryContaining("glob:**/.mvn");
    }
}
