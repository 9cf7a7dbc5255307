package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.FilesContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class FolderFilesTest extends FilesContract {
    @TempDir private Path temporary;

    private Path folder;
    private FolderFiles files;

    @BeforeEach
    void open() {
        folder = temporary.resolve("files");
        files = FolderFiles.open(folder, clock);
    }

    @Override
    protected FolderFiles files() {
        return files;
    }

    private List<Path> regular() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void filesOutliveARestart() {
        files.write("a", new byte[] {1}, Optional.of(NOW.plusSeconds(60)));
        open();

        assertThat(files.read("a").orElseThrow()).containsExactly(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(files.read("a")).isEmpty();
    }

    @Test
    void whatACrashHasLeftAsideIsRemovedAtTheNextStart() throws IOException {
        files.write("a", new byte[] {1}, Optional.empty());
        Path left = Files.write(folder.resolve("aside/half"), new byte[] {1, 2});
        open();

        assertThat(left).doesNotExist();
        assertThat(files.read("a")).isPresent();
    }

    @Test
    void nothingIsLeftOfAFileThatIsWrittenAgainOrRemoved() throws IOException {
        files.write("a", new byte[] {1}, Optional.empty());
        files.write("a", new byte[] {2}, Optional.empty());
        assertThat(regular()).hasSize(1);

        files.remove("a");
        assertThat(regular()).isEmpty();
    }

    @Test
    void aFileIsItsOwners() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        files.write("a", new byte[] {1}, Optional.empty());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(regular().get(0))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsCutShortIsTold() throws IOException {
        files.write("a", new byte[] {1}, Optional.empty());
        Files.write(regular().get(0), new byte[] {0, 0});

        assertThatThrownBy(() -> files.read("a")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");

        assertThatThrownBy(() -> FolderFiles.open(file.resolve("files"), clock))
                .isInstanceOf(UncheckedIOException.class);
    }
}
