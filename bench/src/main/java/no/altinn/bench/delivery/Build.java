package no.altinn.bench.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A build of the system.
 *
 * @param home the folder with its {@code run-local}
 */
record Build(Path home) {
    /** Starts a platform. */
    Platform start() throws IOException {
        return start(Map.of());
    }

    /** Starts a platform with these settings. */
    Platform start(Map<String, String> settings) throws IOException {
        return Platform.start(home, settings);
    }
}
