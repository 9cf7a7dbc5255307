package no.altinn.testing.node;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What npm is to install: {@code package.json} beside a class and its lock, which names every
 * package with its checksum. Immutable.
 *
 * @param owner the class
 */
record LockedPackages(Class<?> owner) {
    private static final String LOCK = "package-lock.json";
    private static final List<String> FILES = List.of("package.json", LOCK);

    /** Another name for every lock, fit for a folder. */
    String name() {
        return UUID.nameUUIDFromBytes(bytes(LOCK)).toString();
    }

    /** Puts both files into a folder, in the place of those that are there. */
    void copyTo(Path folder) throws IOException {
        for (String file : FILES) {
            Files.write(folder.resolve(file), bytes(file));
        }
    }

    private byte[] bytes(String file) {
        try (InputStream resource = owner.getResourceAsStream(file)) {
            if (resource == null) {
                throw new FileNotFoundException(file + " is missing beside " + owner.getName());
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
