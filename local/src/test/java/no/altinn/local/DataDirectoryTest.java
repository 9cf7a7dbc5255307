package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DataDirectoryTest {
    @TempDir private Path folder;

    @Test
    void itIsMadeWhereThereIsNone() {
        Path path = folder.resolve("a/b");
        try (DataDirectory data = DataDirectory.open(path)) {
            assertThat(data.path()).isEqualTo(path).isDirectory();
        }
    }

    @Test
    void itIsUsedByOneAtATime() {
        try (DataDirectory first = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void itIsFreeAgainWhenItIsClosed() {
        DataDirectory.open(folder).close();
        try (DataDirectory again = DataDirectory.open(folder)) {
            assertThat(again.path()).isDirectory();
        }
    }

    @Test
    void aResetRemovesEverythingButTheLock() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            Files.writeString(folder.resolve("events.db"), "events");
            Files.createDirectories(folder.resolve("keys/old"));
            Files.writeString(folder.resolve("keys/old/key.pem"), "key");
            data.reset();
            assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("lock"));
            assertThatThrownBy(() -> DataDirectory.open(folder))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFileInItsPlaceIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }
}
