package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Azure gives a resource that it has made: the properties that other resources are told. */
final class Made {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Made() {}

    /** The properties that are known before, by the resource's name. */
    static ObjectNode properties(String type, String name) {
        ObjectNode made = JSON.objectNode();
        switch (type) {
            case "Microsoft.ManagedIdentity/userAssignedIdentities" -> {
                made.set("principalId", Unknown.of("the principal of " + name));
                made.set("clientId", Unknown.of("the client of " + name));
            }
            case "Microsoft.Storage/storageAccounts" -> {
                ObjectNode places = made.putObject("primaryEndpoints");
                for (String service : new String[] {"blob", "queue", "table", "file"}) {
                    places.put(service, "https://%s.%s.core.windows.net/".formatted(name, service));
                }
            }
            case "Microsoft.KeyVault/vaults" ->
                    made.put("vaultUri", "https://%s.vault.azure.net/".formatted(name));
            case "Microsoft.DocumentDB/databaseAccounts" ->
                    made.put(
                            "documentEndpoint",
                            "https://%s.documents.azure.com:443/".formatted(name));
            case "Microsoft.EventGrid/topics" ->
                    made.put(
                            "endpoint",
                            "https://%s.norwayeast-1.eventgrid.azure.net/api/events"
                                    .formatted(name));
            case "Microsoft.Web/sites" -> made.put("defaultHostName", name + ".azurewebsites.net");
            default -> {
                // The others tell nothing that could be known before.
            }
        }
        return made;
    }
}
