package no.altinn.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

class OwnerOnlyTest {
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    @TempDir Path folder;

    @BeforeEach
    void knowPermissions() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aNewFileIsItsOwners() throws IOException {
        Path file = folder.resolve("a");

        OwnerOnly.open(file, NEW).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aNewFolderIsItsOwnersAndThoseAboveItAreAsAnyAre() throws IOException {
        Files.createDirectory(folder.resolve("any"));

        OwnerOnly.createFolder(folder.resolve("a/b"));

        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo(permissions(folder.resolve("any")));
    }

    @Test
    void aFolderThatIsThereIsNotMadeAgain() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

        OwnerOnly.createFolder(link);

        assertThat(link).isSymbolicLink();
    }

    @Test
    void onlyTheOwnersPermissionsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-xrwxr-x"));

        OwnerOnly.restrict(file);

        assertThat(permissions(file)).isEqualTo("r-x------");
    }

    @Test
    void nothingFailsWhereNoPermissionsAreKnown() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem without = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = without.getPath("/a/b");
            assumeThat(without.supportedFileAttributeViews()).doesNotContain("posix");

            OwnerOnly.createFolder(inside);
            OwnerOnly.open(inside.resolve("c"), NEW).close();
            OwnerOnly.restrict(inside);

            assertThat(inside.resolve("c")).exists();
        }
    }
}
