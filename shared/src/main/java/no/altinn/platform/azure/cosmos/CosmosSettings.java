package no.altinn.platform.azure.cosmos;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
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
    private static final String MODE = "Cosmos__ConnectionMode";
    private static final String DIRECT = "direct";
    private static final String GATEWAY = "gateway";

    /** How the process proves to the account who it is. */
    public sealed interface Access {
        /** Calls the visitor's method for this kind, and returns what it returns. */
        <R> R accept(Visitor<R> visitor);

        /**
         * Reads an access. Each kind has a method, so a new kind does not compile before every
         * reader handles it.
         */
        interface Visitor<R> {
            R accountKey(AccountKey access);

            R identity(Identity access);
        }
    }

    /** One of the account's keys. */
    public record AccountKey(String key) implements Access {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accountKey(this);
        }

        @Override
        public String toString() {
            return "an account key";
        }
    }

    /**
     * The identity that the process runs under.
     *
     * @param clientId of a user-assigned managed identity; empty for the identity that the
     *     environment offers
     */
    public record Identity(String clientId) implements Access {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.identity(this);
        }
    }

    /**
     * Reads {@code Cosmos__accountEndpoint} (with {@code AZURE_CLIENT_ID}) or the connection string
     * {@code Cosmos}, {@code Cosmos__Database} and {@code Cosmos__ConnectionMode} ({@code direct}
     * or {@code gateway}; by default direct with an identity, gateway with a connection string).
     * The reader collects what is wrong with them, for its own check.
     *
     * @param database the database's name where no setting names one
     */
    public static CosmosSettings read(SettingsReader reader, String database) {
        AzureConnection account =
                AzureConnection.read(reader, CONNECTION_STRING, "Cosmos__accountEndpoint");
        String name = reader.text("Cosmos__Database", database);
        if (account instanceof AzureConnection.ByIdentity byIdentity) {
            return new CosmosSettings(
                    byIdentity.endpoint(),
                    new Identity(AzureIdentity.clientId(reader)),
                    name,
                    isDirect(reader, true));
        }
        String connectionString = ((AzureConnection.ByKey) account).connectionString();
        SettingsReader parts =
                connectionString.isEmpty()
                        // The missing setting is reported already, so its parts are not.
                        ? new SettingsReader(Map.of())
                        : reader.within(parts(connectionString));
        return new CosmosSettings(
                parts.baseUri(ENDPOINT_PART),
                new AccountKey(parts.text(KEY_PART)),
                name,
                isDirect(reader, false));
    }

    /** The same account and access, for another database. */
    public CosmosSettings with(String otherDatabase) {
        return new CosmosSettings(endpoint, access, otherDatabase, direct);
    }

    private static boolean isDirect(SettingsReader reader, boolean absent) {
        String mode = reader.text(MODE, absent ? DIRECT : GATEWAY).toLowerCase(Locale.ROOT);
        if (!mode.equals(DIRECT) && !mode.equals(GATEWAY)) {
            reader.wrong(MODE + " must be " + DIRECT + " or " + GATEWAY);
        }
        return mode.equals(DIRECT);
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
