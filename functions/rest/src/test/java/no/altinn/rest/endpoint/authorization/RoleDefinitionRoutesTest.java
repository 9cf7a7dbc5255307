package no.altinn.rest.endpoint.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.access.Action;
import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** The roles that one can have for a party, those of its own among them. */
class RoleDefinitionRoutesTest {
    private static final String ALL = "310000001/authorization/roledefinitions";
    private static final String READERS = body("Lesere", "1002", "Read");
    private static final ServiceKey FORM = new ServiceKey("1002", 1);

    private final RightsBed bed = new RightsBed();
    private final DoorBed door = bed.as(Town.A);

    private static String body(String name, String service, String action) {
        return """
        {"RoleName":"%s","RoleDescription":"Om","_embedded":{"Rights":[
         {"ServiceCode":"%s","ServiceEditionCode":1,"Action":"%s"}]}}"""
                .formatted(name, service, action);
    }

    /** The path of a new local role. */
    private String add(String body) {
        DoorBed.Answer answer = door.post(ALL, body).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        return answer.header("Location").substring("https://rest.example/api/".length());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void give(String path) {
        assertThat(
                        door.post(
                                        "310000001/authorization/delegations",
                                        """
                                        {"SocialSecurityNumber":"02909012346",
                                         "LastName":"Nordmann",
                                         "Roles":[{"RoleDefinitionId":%s}]}"""
                                                .formatted(id(path)))
                                .answer()
                                .status())
                .isEqualTo(201);
    }

    private Set<Action> ofB() {
        return bed.parts.permissions().of(Town.B, RightsBed.MAIN, FORM);
    }

    private JsonNode read(Caller caller, String path) {
        return Json.parse(bed.as(caller).get(path).answer().body());
    }

    @Test
    void aLocalRoleStandsAmongTheOthers() {
        String path = add(READERS);

        assertThat(read(Town.A, ALL).findValuesAsText("RoleDefinitionId"))
                .containsExactly("3", "4", "11", "82", "195", "5577", "5600", id(path));
        assertThat(read(Town.A, path))
                .isEqualTo(
                        Json.parse(
                                """
                                {"RoleType":"Local","RoleDefinitionId":%s,
                                 "RoleDefinitionCode":"LOCAL%s","RoleName":"Lesere",
                                 "RoleDescription":"Om","Rights":[{"RightID":%s,
                                 "RightType":"Service","ServiceCode":"1002",
                                 "ServiceEditionCode":1,"Action":"Read",
                                 "RightSourceType":"RoleTypeRights","IsDelegatable":true}]}"""
                                        .formatted(
                                                id(path),
                                                id(path),
                                                read(Town.A, path)
                                                        .at("/Rights/0/RightID")
                                                        .asText())));
    }

    @Test
    void aRoleOfTheCatalogueTellsItsRights() {
        JsonNode role = read(Town.A, ALL + "/3?language=1033");

        assertThat(role.path("RoleName").asText()).isEqualTo("LOPER in English");
        assertThat(role.path("Rights")).hasSize(6);
        assertThat(role.path("Rights").findValuesAsText("Action")).containsOnly("Read");
    }

    @Test
    void aLocalRoleCountsForThoseWhoWereGivenItAndAsItIsNow() {
        String path = add(READERS);
        give(path);
        assertThat(ofB()).containsExactly(Action.READ);

        assertThat(door.put(path, body("Skrivere", "1002", "Write")).answer().status())
                .isEqualTo(204);
        assertThat(ofB()).containsExactly(Action.WRITE);

        assertThat(door.delete(path).answer().status()).isEqualTo(204);
        assertThat(ofB()).isEmpty();
        assertThat(bed.given(RightsBed.MAIN)).isEmpty();
        assertThat(door.get(path).answer().status()).isEqualTo(404);
    }

    @Test
    void anotherPartysLocalRoleIsUnknown() {
        String path = add(READERS);
        String elsewhere = path.replace("310000001", "310000002");
        bed.give(51000002, RightsBed.PARTY_A, "HADM");

        assertThat(door.get(elsewhere).answer().status()).isEqualTo(404);
        assertThat(door.put(elsewhere, READERS).answer().status()).isEqualTo(404);
        assertThat(door.delete(elsewhere).answer().status()).isEqualTo(404);
        assertThat(
                        door.post(
                                        "310000002/authorization/delegations",
                                        """
                                        {"UserName":"system310",
                                         "Roles":[{"RoleDefinitionId":%s}]}"""
                                                .formatted(id(path)))
                                .answer()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void rolesOfTheCatalogueAreNotChanged() {
        assertThat(door.put(ALL + "/11", READERS).answer().status()).isEqualTo(403);
        assertThat(door.delete(ALL + "/11").answer().reason())
                .isEqualTo("Only local role definitions can be changed");
    }

    @Test
    void aUserWhoIsNoAdministratorOnlyReads() {
        String path = add(READERS);
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        DoorBed ofB = bed.as(Town.B);

        assertThat(ofB.get(path).answer().status()).isEqualTo(200);
        assertThat(ofB.post(ALL, READERS).answer().status()).isEqualTo(403);
        assertThat(ofB.put(path, READERS).answer().status()).isEqualTo(403);
        assertThat(ofB.delete(path).answer().status()).isEqualTo(403);
        assertThat(door.get(path).answer().status()).isEqualTo(200);
    }

    @Test
    void anAdministratorPutsOnlyRightsOfHisOwnIntoARole() {
        String path = add(READERS);
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "ADMAI");
        DoorBed ofB = bed.as(Town.B);

        assertThat(ofB.post(ALL, READERS).answer().status()).isEqualTo(403);
        assertThat(ofB.put(path, body("L", "1002", "Sign")).answer().status()).isEqualTo(403);
        // What stands in it already may stay.
        assertThat(ofB.put(path, body("L", "1002", "Read")).answer().status()).isEqualTo(204);
    }

    @Test
    void aBodyThatIsWrongIsRefused() {
        for (String body :
                List.of(
                        "{}",
                        "{\"RoleName\":\"a\"}",
                        body("a", "9999", "Read"),
                        body("a", "1002", "Fly"),
                        body("a".repeat(256), "1002", "Read"))) {
            assertThat(door.post(ALL, body).answer().status()).as(body).isEqualTo(400);
        }
    }
}
