package no.altinn.local;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Json;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that function apps see: those of {@code local.settings.json}, or of its example
 * where there is none. Environment variables win. Immutable.
 */
final class LocalSettings {
    private static final String FILE = "local.settings.json";
    private static final String EXAMPLE = "local.settings.json.example";
    private static final String BASE = "Events__BaseUri";

    private final Map<String, String> values;

    private LocalSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the settings.
     *
     * @param home the folder with the file
     * @param environment the environment variables
     * @throws IllegalStateException if there is no file, or one that cannot be read
     */
    static LocalSettings read(Path home, Map<String, String> environment) {
        Path own = home.resolve(FILE);
        Path file = Files.exists(own) ? own : home.resolve(EXAMPLE);
        Map<String, String> values = new HashMap<>();
        try {
            JsonNode settings = Json.parse(Files.readString(file)).path("Values");
            settings.properties().forEach(one -> values.put(one.getKey(), one.getValue().asText()));
        } catch (IOException e) {
            throw new IllegalStateException("The settings cannot be read: " + file, e);
        }
        values.replaceAll((name, value) -> environment.getOrDefault(name, value));
        return new LocalSettings(values);
    }

    /** The same settings where the platform listens on another port than they say. */
    LocalSettings listeningAt(URI base) {
        String configured = values.getOrDefault(BASE, "http://localhost:7071/");
        Map<String, String> moved = new HashMap<>(values);
        moved.replaceAll((name, value) -> value.replace(configured, base.toString()));
        return new LocalSettings(moved);
    }

    /** One setting. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Every setting by its name. */
    Map<String, String> values() {
        return values;
    }
}
