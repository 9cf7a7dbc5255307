package no.altinn.local.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is replaced whole or not at all, and that only its owner may read. Not thread-safe:
 * one writer at a time.
 *
 * @param path the file's place; its folder is made when the file is written
 */
public record AtomicFile(Path path) {
    private static final String SUFFIX = ".tmp";

    /**
     * Replaces the content, which is on the disk when this returns.
     *
     * @throws IOException if the file cannot be written; it keeps its old content
     */
    public void replace(byte[] content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        OwnerOnly.createFolder(folder);
        removeWhatACrashLeft(folder);
        // A temporary file is readable for its owner alone, and stays so when it is moved.
        Path fresh = Files.createTempFile(folder, prefix(), SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                // Otherwise the name could reach the disk before the content, and a crash could
                // leave an empty file.
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // The file is there only if the move failed.
            Files.deleteIfExists(fresh);
        }
    }

    private void removeWhatACrashLeft(Path folder) throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(
                        folder,
                        file -> {
                            String name = file.getFileName().toString();
                            return name.startsWith(prefix()) && name.endsWith(SUFFIX);
                        })) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    private String prefix() {
        return path.getFileName() + ".";
    }
}
