package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.role.ExternalRoles;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Asks Altinn Authorization which roles a person has for a party. Thread-safe. */
public final class HttpExternalRoles implements ExternalRoles {
    private final PlatformService authorization;

    /**
     * @param authorization what {@code roles} is below
     */
    public HttpExternalRoles(PlatformService authorization) {
        this.authorization = authorization;
    }

    @Override
    public Set<String> of(int userId, int partyId) {
        Set<String> codes = new HashSet<>();
        for (JsonNode role :
                PlatformService.list(
                        authorization.get(
                                "roles?coveredByUserId=%d&offeredByPartyId=%d"
                                        .formatted(userId, partyId)))) {
            String code = role.path("value").asText("");
            if (!code.isEmpty()) {
                codes.add(code.toUpperCase(Locale.ROOT));
            }
        }
        return Set.copyOf(codes);
    }
}
