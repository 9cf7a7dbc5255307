package no.altinn.local.register;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Person;

import org.junit.jupiter.api.Test;

class PartyRecordsTest {
    private final Person person = Bundled.parties().person("01909012345").orElseThrow();
    private final Organisation unit = Bundled.parties().organisation("310000002").orElseThrow();

    @Test
    void theFirstGenerationNumbersThePersonsKind() {
        assertThat(PartyRecords.first(person))
                .hasToString(
                        """
                        {"partyId":50000001,"partyUuid":"00000000-0000-4000-8000-000050000001",\
                        "partyTypeName":1,"name":"Person A","isDeleted":false,\
                        "onlyHierarchyElementWithNoAccess":false,"ssn":"01909012345"}""");
    }

    @Test
    void theFirstGenerationNumbersTheOrganisationsKind() {
        assertThat(PartyRecords.first(unit))
                .hasToString(
                        """
                        {"partyId":51000002,"partyUuid":"00000000-0000-4000-8000-000051000002",\
                        "partyTypeName":2,"name":"Sub-unit","isDeleted":false,\
                        "onlyHierarchyElementWithNoAccess":false,"orgNumber":"310000002",\
                        "unitType":"BEDR"}""");
    }

    @Test
    void theSecondGenerationNamesAPersonAndItsUser() {
        assertThat(PartyRecords.second(person))
                .hasToString(
                        """
                        {"partyType":"person",\
                        "partyUuid":"00000000-0000-4000-8000-000050000001",\
                        "urn":"urn:altinn:party:uuid:00000000-0000-4000-8000-000050000001",\
                        "externalUrn":"urn:altinn:person:identifier-no:01909012345",\
                        "partyId":50000001,"personIdentifier":"01909012345",\
                        "user":{"userId":20000001}}""");
    }

    @Test
    void theSecondGenerationNamesAnOrganisation() {
        assertThat(PartyRecords.second(unit))
                .hasToString(
                        """
                        {"partyType":"organization",\
                        "partyUuid":"00000000-0000-4000-8000-000051000002",\
                        "urn":"urn:altinn:party:uuid:00000000-0000-4000-8000-000051000002",\
                        "externalUrn":"urn:altinn:organization:identifier-no:310000002",\
                        "partyId":51000002,"organizationIdentifier":"310000002"}""");
    }
}
