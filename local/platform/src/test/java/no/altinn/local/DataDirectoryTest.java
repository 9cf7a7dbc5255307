package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import no.altinn.local.store.FolderFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
                            "events.db-open",
                            "events.db-closing",
                            "events.db-wal.damaged",
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
    void aResetLeavesWhatADeveloperHasPutThere() throws IOException {
        Path database = Files.writeString(folder.resolve("events.db"), "events");
        Path policies = Files.writeString(folder.resolve("policies.json"), "{}");
        Path parties = Files.writeString(folder.resolve("parties.json"), "{}");
        try (DataDirectory data = DataDirectory.open(folder)) {
            data.reset();
        }
        assertThat(database).doesNotExist();
        assertThat(List.of(policies, parties)).allMatch(Files::exists);
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
    void theFolderOfFilesIsRemovedToo() throws IOException {
        FolderFiles.open(folder.resolve("files"), Clock.systemUTC())
                .write("a", new byte[] {1}, Optional.empty());
        try (DataDirectory data = DataDirectory.open(folder)) {
            data.reset();
        }
        assertThat(folder.resolve("files")).doesNotExist();
    }

    @Test
    void aFolderOfFilesWithAnythingElseIsNotThePlatforms() throws IOException {
        Path foreign =
                Files.writeString(
                        Files.createDirectories(folder.resolve("files")).resolve("a.txt"), "a");
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatThrownBy(data::reset).hasMessageContaining("files");
        }
        assertThat(foreign).exists();
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

    @Test
    void aNewOneIsItsOwnersAlone() throws IOException {
        Path path = folder.resolve("a/b");
        try (DataDirectory data = DataDirectory.open(path)) {
            assertThat(permissions(data.path())).isEqualTo("rwx------");
            assertThat(permissions(path.resolve("lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void whatAnEarlierReleaseMadeForEveryoneBecomesItsOwners() throws IOException {
        List<String> names = List.of("events.db", "events.db-wal", "events.db-shm", "keys.p12");
        for (String name : names) {
            setPermissions(Files.writeString(folder.resolve(name), "kept"), "rw-r--r--");
        }
        setPermissions(Files.writeString(folder.resolve("lock"), ""), "rw-rw-r--");
        setPermissions(folder, "rwxr-xr-x");

        DataDirectory.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(names).extracting(this::permissionsOf).containsOnly("rw-------");
        assertThat(permissionsOf("lock")).isEqualTo("rw-------");
    }

    @Test
    void aFolderWithAnythingElseStaysAsItIsButNotTheFilesInIt() throws IOException {
        setPermissions(Files.writeString(folder.resolve("events.db"), "kept"), "rw-r--r--");
        setPermissions(Files.writeString(folder.resolve("pom.xml"), "<project/>"), "rw-r--r--");
        setPermissions(folder, "rwxr-xr-x");

        DataDirectory.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        assertThat(permissionsOf("events.db")).isEqualTo("rw-------");
        assertThat(permissionsOf("pom.xml")).isEqualTo("rw-r--r--");
    }

    @Test
    void theTargetOfALinkStaysAsItIs() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path target = Files.writeString(elsewhere.resolve("file"), "another's");
        setPermissions(target, "rw-r--r--");
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("keys.p12"), target);

        DataDirectory.open(data).close();

        assertThat(permissions(target)).isEqualTo("rw-r--r--");
    }

    private String permissionsOf(String name) {
        try {
            return permissions(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        assumeThat(path.getFileSystem().supportedFileAttributeViews()).contains("posix");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void setPermissions(Path path, String permissions) throws IOException {
        assumeThat(path.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
