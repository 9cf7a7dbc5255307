package no.altinn.local.emulators;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings in the examples at the top of the repository, in their order. */
public final class EmulatorsExample {
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private EmulatorsExample() {}

    /** The settings for {@code func start} over emulators. */
    public static Map<String, String> ofEmulators() {
        return values("local.settings.emulators.json.example");
    }

    /** Every setting that there is. */
    static Map<String, String> ofEverything() {
        return values("local.settings.json.example");
    }

    private static Map<String, String> values(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            Json.parse(Files.readString(REPOSITORY.resolve(file)))
                    .path("Values")
                    .properties()
                    .forEach(one -> values.put(one.getKey(), one.getValue().textValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
