package no.altinn.platform.azure;

import no.altinn.platform.settings.SettingsReader;

import java.net.URI;

/** How an account is reached. The triggers' bindings read the same settings. */
public sealed interface AzureConnection {
    /** By the app's own identity, for which no secret is kept anywhere. */
    record ByIdentity(URI endpoint) implements AzureConnection {}

    /** By a connection string with a key in it: for emulators. */
    record ByKey(String connectionString) implements AzureConnection {
        @Override
        public String toString() {
            return "ByKey[connectionString=***]";
        }
    }

    /** How the storage account with the queues is reached. */
    static AzureConnection ofQueues(SettingsReader reader) {
        return read(reader, "Queues", "Queues__queueServiceUri");
    }

    /** How the storage account with the blobs is reached. */
    static AzureConnection ofBlobs(SettingsReader reader) {
        return read(reader, "Blobs", "Blobs__blobServiceUri");
    }

    /**
     * Reads one of two settings; which of two would count is not left to guesswork.
     *
     * @param name the setting that holds a connection string
     * @param endpoint the setting that holds the account's address
     */
    static AzureConnection read(SettingsReader reader, String name, String endpoint) {
        String connectionString = reader.text(name, "");
        boolean byIdentity = !reader.text(endpoint, "").isEmpty();
        if (byIdentity && !connectionString.isEmpty()) {
            reader.wrong(endpoint + " and " + name + " exclude each other");
        }
        if (byIdentity) {
            return new ByIdentity(reader.secureUri(endpoint));
        }
        if (connectionString.isEmpty()) {
            reader.wrong(endpoint + " (or " + name + ", for an emulator) is missing");
        }
        return new ByKey(connectionString);
    }
}
