package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.MadeUpPersons;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

class RepresentationTest {
    private static final String PARTIES = "/authorization/api/v1/parties?userId=";
    private static final String ROLES = "/authorization/api/v1/roles?coveredByUserId=";

    private Parties known = Bundled.parties();
    private final LocalServer server =
            LocalServer.start(
                    new Representation(
                                    () -> known,
                                    request ->
                                            request.header("PlatformAccessToken")
                                                    .filter("trusted"::equals)
                                                    .isPresent())
                            .handler());

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String path) {
        return server.send(server.to(path).header("PlatformAccessToken", "trusted").GET());
    }

    private JsonNode json(String path) {
        return Json.parse(ask(path).body());
    }

    private static List<Integer> partyIds(JsonNode list) {
        List<Integer> ids = new ArrayList<>();
        list.forEach(party -> ids.add(party.path("partyId").asInt()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTIES + "20000001", ROLES + "20000001&offeredByPartyId=50000001"})
    void withoutAPlatformAccessTokenNothingIsTold(String path) {
        assertThat(server.send(server.to(path).GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void aUserRepresentsOneselfAndTheOrganisationsOfTheRolesInATree() {
        JsonNode list = json(PARTIES + "20000001");

        assertThat(partyIds(list)).containsExactly(50000001, 51000001);
        assertThat(list.get(1).path("onlyHierarchyElementWithNoAccess").asBoolean()).isFalse();
        assertThat(list.get(1).path("unitType").asText()).isEqualTo("AS");
        assertThat(partyIds(list.get(1).path("childParties"))).containsExactly(51000002);
    }

    @Test
    void aUserWithoutRolesRepresentsOneselfAlone() {
        assertThat(partyIds(json(PARTIES + "20000002"))).containsExactly(50000002);
    }

    @Test
    void aMainUnitAboveARepresentedOneIsShownAsSuch() {
        known =
                Parties.parse(
                        """
                        {"serviceOwners": [], "systemUsers": [],
                         "persons": [
                           {"name": "A", "userId": 1, "partyId": 2, "nin": "3",
                            "uuid": "00000000-0000-4000-8000-000000000002",
                            "roles": [{"org": "6", "role": "DAGL"}]}],
                         "organisations": [
                           {"name": "Over", "orgNo": "4", "partyId": 5,
                            "uuid": "00000000-0000-4000-8000-000000000005",
                            "subUnits": [
                              {"name": "Under", "orgNo": "6", "partyId": 7,
                               "uuid": "00000000-0000-4000-8000-000000000007",
                               "subUnits": []}]}]}
                        """);

        JsonNode main = json(PARTIES + "1").get(1);

        assertThat(main.path("onlyHierarchyElementWithNoAccess").asBoolean()).isTrue();
        assertThat(partyIds(main.path("childParties"))).containsExactly(7);
    }

    @Test
    void aMadeUpPersonIsAPrivatePersonAlone() {
        Person person = MadeUpPersons.any();

        assertThat(partyIds(json(PARTIES + person.userId()))).containsExactly(person.partyId());
        assertThat(ask(ROLES + person.userId() + "&offeredByPartyId=" + person.partyId()).body())
                .isEqualTo("[{\"type\":\"altinn\",\"value\":\"PRIV\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "20000001, 50000001, PRIV",
        "20000001, 51000001, DAGL",
        "20000001, 51000002, DAGL",
        "20000001, 51000003, ''",
        "20000002, 51000001, ''",
        "20000002, 50000001, ''",
        "1, 50000001, ''",
    })
    void theRolesOfAUserForAPartyAreTold(int userId, int partyId, String role) {
        String expected =
                role.isEmpty() ? "[]" : "[{\"type\":\"altinn\",\"value\":\"%s\"}]".formatted(role);

        assertThat(ask(ROLES + userId + "&offeredByPartyId=" + partyId).body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARTIES,
                PARTIES + "x",
                ROLES + "20000001",
                ROLES + "1.5&offeredByPartyId=2"
            })
    void whatIsNoNumberIsRefused(String path) {
        assertThat(ask(path).statusCode()).isEqualTo(400);
    }
}
