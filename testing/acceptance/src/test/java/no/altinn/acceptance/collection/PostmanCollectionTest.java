package no.altinn.acceptance.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Both collections have the same requests: Bruno's is the source, Postman's is made of it. */
class PostmanCollectionTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path MADE = Path.of("target", "postman").toAbsolutePath();

    @Test
    void postmansCollectionIsBrunosInItsWords() throws IOException {
        assertKept(
                "altinn.postman_collection.json",
                PostmanCollection.of(BruFolder.read(Repository.BRUNO)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "at22", "tt02", "prod"})
    void anEnvironmentHasTheSameValuesInBoth(String name) throws IOException {
        Path file = Repository.BRUNO.resolve("environments").resolve(name + ".bru");

        assertKept(
                name + ".postman_environment.json",
                PostmanCollection.environment(name, BruFile.read(file)));
    }

    @Test
    void thereIsNoOtherFile() throws IOException {
        try (Stream<Path> kept = Files.list(Repository.POSTMAN)) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "altinn.postman_collection.json",
                            "local.postman_environment.json",
                            "at22.postman_environment.json",
                            "tt02.postman_environment.json",
                            "prod.postman_environment.json");
        }
    }

    private static void assertKept(String name, ObjectNode made) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        lines.indentObjectsWith(indenter);
        lines.indentArraysWith(indenter);
        String text = MAPPER.writer(lines).writeValueAsString(made) + "\n";
        Path file = Files.createDirectories(MADE).resolve(name);
        Files.writeString(file, text);
        Path kept = Repository.POSTMAN.resolve(name);

        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("The Bruno collection says otherwise now: copy %s to %s", file, kept)
                .isEqualTo(text);
    }

    @Test
    void everyRequestIsChecked() {
        List<BruFile> all = BruFolder.read(Repository.BRUNO).all().toList();

        assertThat(all)
                .hasSizeGreaterThan(90)
                .allSatisfy(
                        request -> {
                            assertThat(request.text("tests"))
                                    .as(request.name())
                                    .contains("expect(res.getStatus()).to.equal(");
                            assertThat(request.url()).as(request.name()).startsWith("{{");
                        });
    }

    @Test
    void aLocalEnvironmentHasAValueForEverything() {
        Path folder = Repository.BRUNO.resolve("environments");
        BruFile local = BruFile.read(folder.resolve("local.bru"));

        assertThat(local.pairs("vars")).doesNotContainValue("");
        for (String name : List.of("at22", "tt02", "prod")) {
            BruFile other = BruFile.read(folder.resolve(name + ".bru"));
            assertThat(local.pairs("vars").keySet())
                    .as(name)
                    .containsAll(other.pairs("vars").keySet());
        }
    }

    @Test
    void aWordOfBrunoThatPostmanHasNotIsNamed() {
        assertThatThrownBy(() -> PostmanScript.of("bru.sleep(1000);"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bru.sleep");
    }

    @Test
    void whatIsNoBlockIsNamed() {
        assertThatThrownBy(() -> BruFile.of("meta {\n  name: a\n}\n\nelse\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("else");
    }
}
