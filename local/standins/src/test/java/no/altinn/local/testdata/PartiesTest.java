package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartiesTest {
    private static final String EMPTY =
            """
            {"serviceOwners": [], "persons": [], "organisations": [], "systemUsers": []}
            """;

    private final Parties parties = Bundled.parties();

    @ParameterizedTest
    @CsvSource({
        "urn:altinn:userid:20000001, 50000001",
        "urn:altinn:partyid:50000002, 50000002",
        "urn:altinn:person:identifier-no:02909012346, 50000002",
        "urn:altinn:party:uuid:00000000-0000-4000-8000-000050000001, 50000001",
        "urn:altinn:organization:identifier-no:310000001, 51000001",
        "URN:Altinn:Organization:Identifier-No:310000002, 51000002",
        "urn:altinn:party:id:51000003, 51000003",
    })
    void aPartyIsFoundByEachOfItsUrns(String urn, int partyId) {
        assertThat(parties.named(urn)).map(Party::partyId).contains(partyId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "urn:altinn:userid:2000000", "urn:altinn:organization:identifier-no:"})
    void nobodyIsFoundByAnythingElse(String urn) {
        assertThat(parties.named(urn)).isEmpty();
    }

    @Test
    void aSubUnitKnowsItsMainUnitAndOthersHaveNone() {
        Organisation main = parties.organisation("310000001").orElseThrow();
        Organisation sub = parties.organisation("310000002").orElseThrow();

        assertThat(parties.mainUnit(sub)).contains(main);
        assertThat(parties.mainUnit(main)).isEmpty();
    }

    @Test
    void aSystemUserActsForItsOrganisation() {
        assertThat(parties.actsFor("A1B2C3D4-0000-4000-8000-000000000001"))
                .map(Organisation::orgNo)
                .contains("310000001");
        assertThat(parties.actsFor("a1b2c3d4-0000-4000-8000-000000000002")).isEmpty();
    }

    @Test
    void serviceOwnersMayShareAnOrganisationNumber() {
        assertThat(parties.serviceOwner("ttd").orElseThrow().orgNo())
                .isEqualTo(parties.serviceOwner("digdir").orElseThrow().orgNo())
                .isEqualTo("991825827");
        assertThat(parties.serviceOwner("nav")).isEmpty();
    }

    @Test
    void aMemberThatTheFormDoesNotKnowIsNamed() {
        String more = EMPTY.replace("{", "{\"people\": [], ");

        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Parties.parse(more))
                .withMessageContaining("people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceOwners", "persons", "organisations", "systemUsers"})
    void aListThatIsMissingIsNamed(String list) {
        ObjectNode without = (ObjectNode) Json.parse(EMPTY);
        without.remove(list);

        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Parties.parse(without.toString()))
                .withMessageContaining(list);
    }
}
