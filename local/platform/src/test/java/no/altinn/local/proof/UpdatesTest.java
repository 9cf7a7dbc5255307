package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whatever comes from outside has a version that is fixed, and the one bot that proposes new ones.
 */
final class UpdatesTest {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".local");

    /** The folders of the repository that have a file of this name, as the bot names them. */
    private static List<String> foldersWith(String name) throws IOException {
        Path root = Repository.root();
        List<String> folders = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return NOT_OURS.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.getFileName().toString().equals(name)) {
                            folders.add("/" + root.relativize(file.getParent()));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return folders;
    }

    private static List<String> workflowLines() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve(".github/workflows"))) {
            return files.flatMap(UpdatesTest::lines).map(String::strip).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theBotKnowsEveryFolderWithPackages() throws IOException {
        List<String> told =
                Repository.read(".github/dependabot.yml").lines().map(String::strip).toList();

        assertThat(foldersWith("package.json"))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(told).contains("- " + folder));
        assertThat(told)
                .contains(
                        "- package-ecosystem: maven",
                        "- package-ecosystem: npm",
                        "- package-ecosystem: github-actions");
    }

    @Test
    void whatTheBotDoesNotLookAfterIsNotThere() throws IOException {
        assertThat(foldersWith("requirements.txt")).isEmpty();
        assertThat(foldersWith("pyproject.toml")).isEmpty();
        assertThat(foldersWith("Dockerfile")).isEmpty();
    }

    @Test
    void everyPackageIsLocked() throws IOException {
        assertThat(foldersWith("package-lock.json"))
                .containsExactlyInAnyOrderElementsOf(foldersWith("package.json"));
    }

    @Test
    void everyActionIsFixedToOneCommit() throws IOException {
        assertThat(workflowLines())
                .filteredOn(line -> line.matches("(- )?uses:.*"))
                .isNotEmpty()
                .allMatch(line -> line.matches("(- )?uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+"));
    }

    @Test
    void noWorkflowNamesTheVersionOfAMavenPlugin() throws IOException {
        assertThat(workflowLines())
                .noneMatch(line -> line.matches(".*\\bmvn .*[\\w.]+:[\\w-]+:[0-9][\\w.-]*:.*"));
    }
}
