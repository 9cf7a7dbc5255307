package no.altinn.local.identity;

import no.altinn.local.files.AtomicFile;
import no.altinn.platform.keyfile.KeyBundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keys by name in a PKCS #12 file. The file is written whole or not at all; only its owner may read
 * it.
 */
final class KeyFile {
    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /**
     * Every key of the file; none if there is no file.
     *
     * @throws IllegalStateException if the file is damaged
     */
    KeyBundle read() {
        if (Files.notExists(file)) {
            return KeyBundle.EMPTY;
        }
        try {
            return KeyBundle.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException | IOException e) {
            throw new IllegalStateException(file + " is damaged; remove it to get new keys", e);
        }
    }

    /** Replaces the file with one that has these keys. */
    void write(KeyBundle keys) {
        try {
            new AtomicFile(file).replace(keys.pkcs12());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
