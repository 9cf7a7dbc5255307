package no.altinn.local.testdata;

import java.util.List;
import java.util.UUID;

/**
 * A synthetic person.
 *
 * @param nin eleven digits that belong to no real person
 */
public record Person(String name, int userId, int partyId, String nin, UUID uuid) implements Party {

    @Override
    public String externalUrn() {
        return "urn:altinn:person:identifier-no:" + nin;
    }

    @Override
    public List<String> urns() {
        return List.of(
                externalUrn(),
                "urn:altinn:userid:" + userId,
                "urn:altinn:partyid:" + partyId,
                "urn:altinn:party:id:" + partyId,
                "urn:altinn:party:uuid:" + uuid);
    }
}
