package no.altinn.events.azure.cosmos;

import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which Cosmos DB to use, and how.
 *
 * @param endpoint the account's address
 * @param database the database's name
 * @param direct whether the SDK talks to the replicas itself; else everything goes by HTTPS through
 *     the account's gateway, which is the only way that emulators know
 */
public record CosmosSettings(URI endpoint, Access access, String database, boolean direct) {
    private static final String CONNECTION_STRING = "Cosmos";
    private static final String PART = "%s in the connection string " + CONNECTION_STRING;
    private static final String ENDPOINT_PART = PART.formatted("AccountEndpoint");
    private static final String KEY_PART = PART.formatted("AccountKey");

    /** What the account is shown. */
    public sealed interface Access {}

    /** One of the account's keys. */
    public record AccountKey(String key) implements Access {
        @Override
        public String toString() {
            return "an account key";
        }
    }

    /**
     * The identity that the process runs under.
     *
     * @param clientId of a user-assigned managed identity; empty for whatever is at hand
     */
    public record Identity(String clientId) implements Access {}

    /**
     * Reads {@code Cosmos__accountEndpoint} (with {@code AZURE_CLIENT_ID}) or the connection string
     * {@code Cosmos}, {@code Cosmos__Database} and {@code Cosmos__ConnectionMode} ({@code direct}
     * or {@code gateway}; by default direct with an identity, gateway with a connection string).
     *
     * @throws no.altinn.platform.settings.InvalidSettings naming everything that is wrong
     */
    public static CosmosSettings read(Map<String, String> environment) {
        Map<String, String> named = new HashMap<>(environment);
        String connectionString = environment.getOrDefault(CONNECTION_STRING, "").strip();
        named.putAll(parts(connectionString));
        SettingsReader reader = new SettingsReader(named);
        boolean withKey = !connectionString.isEmpty();
        CosmosSettings settings =
                new CosmosSettings(
                        reader.baseUri(withKey ? ENDPOINT_PART : "Cosmos__accountEndpoint"),
                        withKey
                                ? new AccountKey(reader.text(KEY_PART))
                                : new Identity(reader.text("AZURE_CLIENT_ID", "")),
                        reader.text("Cosmos__Database", "events"),
                        reader.text("Cosmos__ConnectionMode", withKey ? "gateway" : "direct")
                                .equalsIgnoreCase("direct"));
        reader.check();
        return settings;
    }

    /** The parts of {@code AccountEndpoint=…;AccountKey=…;}; keys end with equals signs. */
    private static Map<String, String> parts(String connectionString) {
        Map<String, String> parts = new HashMap<>();
        Arrays.stream(connectionString.split(";", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(PART.formatted(part[0].strip()), part[1].strip()));
        return parts;
    }
}
