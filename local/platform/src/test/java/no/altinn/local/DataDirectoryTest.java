package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
            for (String name :
                    List.of(
                            "events.db",
                            "events.db-wal",
                            "events.db-shm",
                            "keys.p12",
                            "keys123.tmp",
                            "maskinporten.json",
                            "maskinporten123.tmp")) {
                Files.writeString(folder.resolve(name), "kept");
            }
            data.reset();
            assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("lock"));
            assertThatThrownBy(() -> DataDirectory.open(folder))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFolderWithAnythingElseIsNotEmptied() throws IOException {
        Path database = Files.writeString(folder.resolve("events.db"), "events");
        Path foreign = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatThrownBy(data::reset)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("pom.xml")
                    .hasMessageContaining("--data");
        }
        assertThat(List.of(database, foreign)).allMatch(Files::exists);
    }

    @Test
    void aFolderOfAFolderIsNeverItsOwn() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("events.db"));
        Path lock = Files.writeString(inner.resolve("lock"), "another's");
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatThrownBy(data::reset).hasMessageContaining("events.db");
        }
        assertThat(lock).exists();
    }

    @Test
    void ofManyForeignFilesAFewAreNamed() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.writeString(folder.resolve("foreign" + i), "");
        }
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatThrownBy(data::reset)
                    .hasMessageContaining("foreign1, foreign2, foreign3, and more;");
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
