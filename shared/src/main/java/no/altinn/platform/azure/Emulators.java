package no.altinn.platform.azure;

import no.altinn.platform.azure.AzureConnection.ByKey;
import no.altinn.platform.settings.Loopback;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Azurite on this machine. The settings of the storage accounts are the ones that name accounts in
 * Azure elsewhere, so each is held to be an emulator here: an app that is started with the wrong
 * settings must not touch an account in Azure.
 */
public final class Emulators {
    private static final String ANY = "UseDevelopmentStorage=true";

    private Emulators() {}

    /**
     * Where the queues are. The reader gathers what is wrong with the settings.
     *
     * @return the connection as the settings have it
     */
    public static AzureConnection queues(SettingsReader reader) {
        return local(reader, AzureConnection.ofQueues(reader), "Queues", "QueueEndpoint");
    }

    /** Where the blobs are, in the same way. */
    public static AzureConnection blobs(SettingsReader reader) {
        return local(reader, AzureConnection.ofBlobs(reader), "Blobs", "BlobEndpoint");
    }

    private static AzureConnection local(
            SettingsReader reader, AzureConnection account, String setting, String endpoint) {
        boolean isLocal =
                account instanceof ByKey byKey
                        && (byKey.connectionString().isEmpty()
                                // The missing setting is reported already.
                                || isLocal(byKey.connectionString(), endpoint));
        if (!isLocal) {
            reader.wrong(
                    ("%s must be the connection string of an emulator on this machine: %s, or one"
                                    + " with a %s at localhost")
                            .formatted(setting, ANY, endpoint));
        }
        return account;
    }

    /** No part may lead elsewhere: of a part that is there twice, either may count. */
    private static boolean isLocal(String connectionString, String endpoint) {
        List<String[]> parts =
                Arrays.stream(connectionString.split(";", -1))
                        .map(part -> part.strip().split("=", 2))
                        .filter(part -> part.length == 2)
                        .toList();
        boolean isAny = connectionString.strip().startsWith(ANY);
        boolean hasEndpoint = parts.stream().anyMatch(part -> part[0].equalsIgnoreCase(endpoint));
        return (isAny || hasEndpoint)
                && parts.stream()
                        .filter(part -> isAddress(part[0]))
                        .allMatch(part -> isLocal(part[1]));
    }

    private static boolean isAddress(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("endpoint") || lower.endsWith("uri");
    }

    private static boolean isLocal(String address) {
        try {
            return Loopback.isHostOf(new URI(address));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
