package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.reportee.ExternalParties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Altinn Authorization whom a person acts for. Thread-safe. */
public final class HttpExternalParties implements ExternalParties {
    private final PlatformService authorization;

    /**
     * @param authorization what {@code parties} is below
     */
    public HttpExternalParties(PlatformService authorization) {
        this.authorization = authorization;
    }

    @Override
    public List<ExternalParty> of(int userId) {
        List<ExternalParty> found = new ArrayList<>();
        JsonNode list = PlatformService.list(authorization.get("parties?userId=" + userId));
        addAll(found, list, Optional.empty());
        return List.copyOf(found);
    }

    /** Main units stand there with their sub-units, also those that are only above one. */
    private static void addAll(List<ExternalParty> found, JsonNode list, Optional<String> parent) {
        for (JsonNode party : list) {
            int partyId = party.path("partyId").asInt();
            if (partyId > 0 && !party.path("onlyHierarchyElementWithNoAccess").asBoolean()) {
                found.add(new ExternalParty(partyId, parent));
            }
            Optional<String> number =
                    Optional.ofNullable(party.path("orgNumber").textValue())
                            .filter(text -> !text.isEmpty());
            addAll(found, party.path("childParties"), number);
        }
    }
}
