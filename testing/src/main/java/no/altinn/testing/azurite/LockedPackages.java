package no.altinn.testing.azurite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What npm is to install: {@code package.json} beside this class and its lock, which names every
 * package with its checksum. Immutable.
 */
final class LockedPackages {
    private static final String LOCK = "package-lock.json";
    private static final List<String> FILES = List.of("package.json", LOCK);

    private LockedPackages() {}

    /** Another name for every lock, fit for a folder. */
    static String name() {
        return UUID.nameUUIDFromBytes(bytes(LOCK)).toString();
    }

    /** Puts both files into a folder, in the place of those that are there. */
    static void copyTo(Path folder) throws IOException {
        for (String file : FILES) {
            Files.write(folder.resolve(file), bytes(file));
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream resource =
                Objects.requireNonNull(
                        LockedPackages.class.getResourceAsStream(file),
                        () -> file + " is missing")) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
