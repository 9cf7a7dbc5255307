package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class DataPermissionsTest {
    @TempDir private Path folder;

    @Test
    @Tag("proof")
    void everythingThatAPlatformKeepsIsItsOwnersAlone() throws IOException {
        Path data = folder.resolve("data");
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");

        start(data).close();
        List.of("lock", "events.db", "keys.p12")
                .forEach(name -> setPermissions(data.resolve(name), "rw-r--r--"));
        setPermissions(data, "rwxr-xr-x");

        try (LocalPlatform platform = start(data);
                Stream<Path> files = Files.list(data)) {
            assertThat(platform.functions()).isPositive();
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(files)
                    .extracting(file -> file.getFileName() + " " + permissions(file))
                    .contains(
                            "lock rw-------",
                            "events.db rw-------",
                            "events.db-wal rw-------",
                            "events.db-shm rw-------",
                            "events.db-open rw-------",
                            "keys.p12 rw-------")
                    .contains("files rwx------")
                    .allMatch(file -> file.matches("files rwx------|.* rw-------"));
        }
    }

    private static LocalPlatform start(Path data) {
        return LocalPlatform.start(
                new LocalOptions(Path.of("..", ".."), "127.0.0.1", 0, data, false),
                Map.of(),
                Clock.systemUTC());
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setPermissions(Path file, String permissions) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
