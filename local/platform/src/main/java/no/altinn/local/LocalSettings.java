package no.altinn.local;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that function apps see: those of {@code local.settings.json}, or of its example
 * where there is none. Environment variables win, as they do in Azure, where there is no file.
 * Immutable.
 */
final class LocalSettings {
    private static final String FILE = "local.settings.json";
    private static final String EXAMPLE = "local.settings.json.example";
    private static final String BASE = "Events__BaseUri";

    /** What begins so is meant for an app. */
    private static final List<String> OF_APPS =
            List.of("Events__", "Platform__", "Authentication__", "Rest__", "KeyVault__");

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Set<String> known;

    private LocalSettings(
            Map<String, String> file, Map<String, String> environment, Set<String> known) {
        this.file = Map.copyOf(file);
        this.environment = Map.copyOf(environment);
        this.known = Set.copyOf(known);
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
        Path example = home.resolve(EXAMPLE);
        Map<String, String> values = values(Files.exists(own) ? own : example);
        // The example names every setting.
        Set<String> known = Files.exists(example) ? values(example).keySet() : values.keySet();
        return new LocalSettings(values, environment, known);
    }

    private static Map<String, String> values(Path file) {
        Map<String, String> values = new HashMap<>();
        try {
            JsonNode settings = Json.parse(Files.readString(file)).path("Values");
            settings.properties().forEach(one -> values.put(one.getKey(), one.getValue().asText()));
        } catch (IOException | MalformedJson e) {
            throw new IllegalStateException("The settings cannot be read: " + file, e);
        }
        return values;
    }

    /**
     * The same settings for a platform that listens on another port than the file says. Values of
     * the environment stay as they are.
     */
    LocalSettings listeningAt(URI base) {
        Optional<String> configured =
                Optional.ofNullable(file.get(BASE)).filter(value -> !value.isBlank());
        if (configured.isEmpty()) {
            return this;
        }
        // The file may leave out the last slash. Another port's address may begin with this
        // address.
        Pattern address =
                Pattern.compile(Pattern.quote(withoutLastSlash(configured.get())) + "(?![\\w.:-])");
        String moving = Matcher.quoteReplacement(withoutLastSlash(base.toString()));
        Map<String, String> moved = new HashMap<>(file);
        moved.replaceAll((name, value) -> address.matcher(value).replaceAll(moving));
        return new LocalSettings(moved, environment, known);
    }

    private static String withoutLastSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** One setting. */
    Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(file.get(name)));
    }

    /**
     * The names of the environment that begin as an app's settings do, but that the example lacks;
     * in alphabetical order.
     */
    List<String> unknown() {
        return environment.keySet().stream()
                .filter(name -> OF_APPS.stream().anyMatch(name::startsWith))
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
    }

    /** Every setting by its name. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>(file);
        values.putAll(environment);
        return Map.copyOf(values);
    }
}
