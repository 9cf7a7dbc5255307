package no.altinn.testing.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.time.Instant;

/** A version of a secret, as {@link FakeKeyVault} keeps it. */
record StoredSecret(
        String name,
        String version,
        String contentType,
        String value,
        boolean enabled,
        Instant created,
        Instant updated) {

    StoredSecret disabled() {
        return new StoredSecret(name, version, contentType, value, false, created, updated);
    }

    StoredSecret updatedAt(Instant moment) {
        return new StoredSecret(name, version, contentType, value, enabled, created, moment);
    }

    /** As a list shows it: without its value. */
    ObjectNode properties(String vault) {
        ObjectNode secret =
                Json.object()
                        .put("id", vault + "secrets/" + name + "/" + version)
                        .put("contentType", contentType);
        secret.putObject("attributes")
                .put("enabled", enabled)
                .put("created", created.getEpochSecond())
                .put("updated", updated.getEpochSecond())
                .put("recoveryLevel", "Recoverable+Purgeable");
        return secret;
    }

    ObjectNode bundle(String vault) {
        return properties(vault).put("value", value);
    }
}
