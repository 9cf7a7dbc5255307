package no.altinn.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class AtomicFileTest {
    @TempDir Path folder;

    private void write(Path path, String content) throws IOException {
        new AtomicFile(path).replace(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLastContentIsThere() throws IOException {
        Path path = folder.resolve("a.json");

        write(path, "a long first content");
        write(path, "second");

        assertThat(path).hasContent("second");
        assertThat(folder.toFile().list()).containsExactly("a.json");
    }

    @Test
    void theFolderIsMade() throws IOException {
        Path path = folder.resolve("new").resolve("a.json");

        write(path, "content");

        assertThat(path).hasContent("content");
    }

    @Test
    void whatAKilledWriterLeftIsRemovedAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("a.json.123.tmp"), "half");
        Files.writeString(folder.resolve("b.json.123.tmp"), "of another file");
        Files.writeString(folder.resolve("a.json.txt"), "no temporary file");

        write(folder.resolve("a.json"), "content");

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("a.json", "b.json.123.tmp", "a.json.txt");
    }

    @Test
    void whatCannotBeReplacedIsLeftAsItIs() throws IOException {
        Path path = folder.resolve("a.json");
        Files.createDirectories(path.resolve("in the way"));

        assertThatIOException().isThrownBy(() -> write(path, "content"));
        assertThat(path.resolve("in the way")).exists();
        assertThat(folder.toFile().list()).containsExactly("a.json");
    }
}
