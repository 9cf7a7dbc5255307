package no.altinn.acceptance.infrastructure;

import no.altinn.authentication.app.AuthenticationSettings;
import no.altinn.events.app.DeployedBackend;
import no.altinn.events.app.EventsSettings;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.rest.app.RestSettings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of a site, read by its app. Not safe for use by several threads at once. */
final class AppSettings {
    private static final String DATABASE_OF_REST = "rest";
    private static final Pattern UNKNOWN = Pattern.compile("«[^«»]*»");
    private static final Pattern REFERENCE = Pattern.compile("@Microsoft\\.KeyVault\\(.*\\)");

    private final Asked settings;
    private final SettingsReader reader;

    private AppSettings(Map<String, String> settings) {
        this.settings = new Asked(settings);
        this.reader = new SettingsReader(this.settings);
    }

    /** The settings of a site, with a possible value for each that only Azure knows. */
    static AppSettings of(Site site) {
        Map<String, String> possible = new HashMap<>();
        site.settings().forEach((name, value) -> possible.put(name, possible(value)));
        return read(site, possible);
    }

    /** The names that the app asks for. Some are asked for only where others are switched on. */
    static Set<String> askedBy(Site site) {
        Map<String, String> switched = new HashMap<>();
        site.settings()
                .forEach(
                        (name, value) ->
                                switched.put(
                                        name, value.equals("false") ? "true" : possible(value)));
        Set<String> asked = new HashSet<>(of(site).settings.asked);
        asked.addAll(read(site, switched).settings.asked);
        return asked;
    }

    private static AppSettings read(Site site, Map<String, String> values) {
        AppSettings settings = new AppSettings(values);
        settings.read(site.app());
        return settings;
    }

    private static String possible(String value) {
        String known = value;
        while (UNKNOWN.matcher(known).find()) {
            boolean isAll = UNKNOWN.matcher(known).matches();
            known =
                    UNKNOWN.matcher(known)
                            .replaceAll(isAll ? "https://unknown.example/" : "unknown.example");
        }
        return REFERENCE.matcher(known).replaceAll("secret");
    }

    private void read(String app) {
        switch (app) {
            case "events" -> {
                EventsSettings.read(reader);
                DeployedBackend.read(reader);
            }
            case "rest" -> {
                RestSettings.read(reader);
                no.altinn.rest.azure.VaultSettings.read(reader);
                CosmosSettings.read(reader, DATABASE_OF_REST);
                AzureConnection.ofBlobs(reader);
            }
            default -> {
                AuthenticationSettings.read(reader);
                no.altinn.authentication.azure.VaultSettings.read(reader);
            }
        }
    }

    /**
     * Ends the reading.
     *
     * @throws no.altinn.platform.settings.InvalidSettings if anything is missing or wrong
     */
    void check() {
        reader.check();
    }

    private static final class Asked extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;

        private final transient Set<String> asked = new HashSet<>();

        Asked(Map<String, String> settings) {
            super(settings);
        }

        @Override
        public String get(Object name) {
            asked.add(String.valueOf(name));
            return super.get(name);
        }

        @Override
        public String getOrDefault(Object name, String absent) {
            asked.add(String.valueOf(name));
            return super.getOrDefault(name, absent);
        }

        @Override
        public boolean containsKey(Object name) {
            asked.add(String.valueOf(name));
            return super.containsKey(name);
        }
    }
}
