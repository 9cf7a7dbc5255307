package no.altinn.local.register;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Party;
import no.altinn.local.testdata.Person;
import no.altinn.platform.json.Json;

/** Renders parties as the two generations of Register's API do; Profile has the first, too. */
public final class PartyRecords {
    private PartyRecords() {}

    /** The first generation: numbers for kinds, {@code ssn} and {@code orgNumber}. */
    public static ObjectNode first(Party party) {
        ObjectNode json =
                Json.object()
                        .put("partyId", party.partyId())
                        .put("partyUuid", party.uuid().toString())
                        .put("partyTypeName", party instanceof Person ? 1 : 2)
                        .put("name", party.name())
                        .put("isDeleted", isDeleted(party))
                        .put("onlyHierarchyElementWithNoAccess", false);
        if (party instanceof Person person) {
            json.put("ssn", person.nin());
        } else if (party instanceof Organisation organisation) {
            json.put("orgNumber", organisation.orgNo()).put("unitType", organisation.form());
        }
        return json;
    }

    static boolean isDeleted(Party party) {
        return party instanceof Organisation organisation && organisation.deleted();
    }

    /** The second generation: identifiers as URNs and texts. */
    static ObjectNode second(Party party) {
        ObjectNode json =
                Json.object()
                        .put("partyType", party instanceof Person ? "person" : "organization")
                        .put("partyUuid", party.uuid().toString())
                        .put("urn", "urn:altinn:party:uuid:" + party.uuid())
                        .put("externalUrn", party.externalUrn())
                        .put("partyId", party.partyId());
        if (party instanceof Person person) {
            json.put("personIdentifier", person.nin());
            json.putObject("user").put("userId", person.userId());
        } else if (party instanceof Organisation organisation) {
            json.put("organizationIdentifier", organisation.orgNo());
        }
        return json;
    }
}
