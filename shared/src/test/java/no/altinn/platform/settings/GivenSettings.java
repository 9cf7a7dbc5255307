package no.altinn.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that the files of this repository give to the apps, by their names. */
public final class GivenSettings {
    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Path BICEP = REPOSITORY.resolve("infra-bicep");
    private static final Pattern SETTING = Pattern.compile("(?m)^ +(\\w+): (.+)$");

    private static final Pattern SHARED = Pattern.compile("settings: union\\((\\w+), ");

    private GivenSettings() {}

    /** Those of the example of local settings. */
    public static Map<String, String> ofTheExample() throws IOException {
        JsonNode values =
                Json.parse(Files.readString(REPOSITORY.resolve("local.settings.json.example")))
                        .path("Values");
        Map<String, String> settings = new HashMap<>();
        values.properties().forEach(one -> settings.put(one.getKey(), one.getValue().textValue()));
        return settings;
    }

    /**
     * Those that are deployed, with what Bicep makes their values of.
     *
     * @param site the name of the site's module in {@code main.bicep}
     */
    public static Map<String, String> deployedTo(String site) throws IOException {
        String main = Files.readString(BICEP.resolve("main.bicep"));
        String start = from(main, "module " + site + " ");
        String module = start.substring(0, start.indexOf("\n}"));
        String each = Files.readString(BICEP.resolve("modules/function-app.bicep"));
        Map<String, String> settings = settings(from(each, "var hostSettings = {"));
        Matcher shared = SHARED.matcher(module);
        if (shared.find()) {
            settings.putAll(settings(from(main, "var " + shared.group(1) + " = {")));
        }
        settings.putAll(settings(from(module, "    settings: ") + "\n}"));
        return settings;
    }

    private static String from(String text, String start) {
        int at = text.indexOf(start);
        if (at < 0) {
            throw new IllegalStateException("Nothing starts with: " + start);
        }
        return text.substring(at + start.length());
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new HashMap<>();
        Matcher setting = SETTING.matcher(text.substring(0, text.indexOf("\n}")));
        while (setting.find()) {
            settings.put(setting.group(1), setting.group(2));
        }
        return settings;
    }
}
