package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.UUID;

/** Reads {@code authorization_details} (RFC 9396) as Maskinporten fills it for system users. */
final class SystemUser {
    private static final String TYPE = "urn:altinn:systemuser";

    private SystemUser() {}

    /**
     * Finds the system user's id.
     *
     * @param details one object, or a list of exactly one; anything else is no system user
     */
    static Optional<UUID> find(JsonNode details) {
        JsonNode detail = details.isArray() && details.size() == 1 ? details.get(0) : details;
        return TYPE.equals(detail.path("type").asText(""))
                ? Claims.uuidOf(detail.path("systemuser_id").path(0).asText(""))
                : Optional.empty();
    }
}
