package no.altinn.events.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

/** What the portal's scripts ask for: which logins there are, and where they lead. */
final class PortalConfiguration {
    private PortalConfiguration() {}

    /**
     * An object with {@code exchange} and {@code refresh}; {@code issuer} and {@code client} where
     * persons can log in, and {@code testCallers} on the local platform.
     */
    static String json(PortalSettings settings) {
        ObjectNode json =
                Json.object()
                        .put("exchange", settings.exchange().toString())
                        .put("refresh", settings.refresh().toString());
        settings.idPorten()
                .ifPresent(
                        login ->
                                json.put("issuer", login.issuer().toString())
                                        .put("client", login.clientId()));
        settings.testCallers().ifPresent(path -> json.put("testCallers", path));
        return json.toString();
    }
}
