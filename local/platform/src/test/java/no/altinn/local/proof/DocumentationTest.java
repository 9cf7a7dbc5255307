package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class DocumentationTest {
    @Test
    void everyRelativeLinkLeadsToAFileThatIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        int followed = 0;
        for (Path page : pages()) {
            for (String link : new Markdown(Files.readString(page)).links()) {
                String file = link.replaceFirst("#.*", "");
                if (!file.isEmpty() && !file.matches("[a-z]+:.*")) {
                    followed++;
                    if (!Files.exists(page.resolveSibling(file))) {
                        broken.add(Repository.root().relativize(page) + " -> " + link);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(followed).isGreaterThan(4);
    }

    @Test
    void everyLinkToAHeadingLeadsToOneThatIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        int followed = 0;
        for (Path page : pages()) {
            for (String link : new Markdown(Files.readString(page)).links()) {
                int hash = link.indexOf('#');
                if (hash >= 0 && !link.matches("[a-z]+:.*")) {
                    followed++;
                    Path target = hash == 0 ? page : page.resolveSibling(link.substring(0, hash));
                    Markdown text = new Markdown(Files.readString(target));
                    if (!text.anchors().contains(link.substring(hash + 1))) {
                        broken.add(Repository.root().relativize(page) + " -> " + link);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(followed).isGreaterThan(4);
    }

    private static List<Path> pages() throws IOException {
        Path root = Repository.root();
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md")
                                    .map(root::resolve),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    @Test
    void theReadmeNamesTheCommandsThatRunAndTestIt() throws IOException {
        assertThat(Repository.read("README.md").lines())
                .anyMatch(line -> line.startsWith("./run-local "))
                .anyMatch(line -> line.startsWith("mvn verify "));
        assertThat(Repository.root().resolve("run-local")).isExecutable();
    }

    @Test
    void theGateRunsTheReadmesTestCommand() throws IOException {
        assertThat(Repository.root().resolve(".ci/run")).isExecutable();
        assertThat(Repository.read(".ci/run").lines().map(String::strip))
                .anyMatch(line -> line.matches("(exec )?mvn( -\\S+)* verify"));
    }

    @Test
    void theGateRunsTheLongProofsOfEveryModule() throws IOException {
        assertThat(Repository.read(".ci/run").lines().filter(line -> line.contains("-Pproof")))
                .singleElement()
                .asString()
                .contains(" -Dgroups=proof ")
                .doesNotContain(" -pl ");
    }
}
