package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LiveFileTest {
    @TempDir Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("parties.json"), text);
    }

    private static LiveFile<String> open(Path file) {
        return new LiveFile<>(file, text -> Json.parse(text).path("v").asText());
    }

    @Test
    void aChangeIsSeenWithoutARestart() throws IOException {
        LiveFile<String> file = open(write("{\"v\":\"old\"}"));

        write("{\"v\":\"brand new\"}");

        assertThat(file.get()).isEqualTo("brand new");
    }

    @Test
    void anUnchangedFileIsReadOnce() throws IOException {
        LiveFile<Object> file = new LiveFile<>(write("{}"), text -> new Object());

        assertThat(file.get()).isSameAs(file.get());
    }

    @Test
    void theLastGoodVersionStaysWhileTheFileIsMalformed() throws IOException {
        LiveFile<String> file = open(write("{\"v\":\"good\"}"));

        write("{\"v\":");
        assertThat(file.get()).isEqualTo("good");

        write("{\"v\":\"repaired\"}");
        assertThat(file.get()).isEqualTo("repaired");
    }

    @Test
    void aFileThatIsMalformedFromTheStartIsToldAtOnce() throws IOException {
        Path file = write("{");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("line 1");
    }

    @Test
    void withoutAFileTheBundledOneIsUsed() {
        LiveFile<Parties> file = new LiveFile<>(folder.resolve("parties.json"), Parties::parse);

        assertThat(file.get().persons()).isNotEmpty();
    }

    @Test
    void aFileThatAppearsLaterTakesOver() throws IOException {
        LiveFile<String> file = open(folder.resolve("parties.json"));

        write("{\"v\":\"here\"}");

        assertThat(file.get()).isEqualTo("here");
    }
}
