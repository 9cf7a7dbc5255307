package no.altinn.local.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that everything is in, wherever below it the tests are run. */
final class Repository {
    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("run-local"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("These tests run in the repository only");
            }
        }
        return folder;
    }

    static String read(String file) throws IOException {
        return Files.readString(root().resolve(file));
    }
}
