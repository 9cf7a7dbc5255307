package no.altinn.rest.endpoint.serviceowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What service owners learn of persons' roles, and the one role that they give. */
class OwnerAuthorizationRoutesTest {
    private static final Caller.Organisation SKD =
            new Caller.Organisation(
                    "974761076", Optional.of("skd"), 3, Optional.of(Set.of("altinn:serviceowner")));
    private static final String ABOUT_A = "?subject=01909012345&reportee=310000001";
    private static final String GIVE = "serviceowner/delegations/roles?onBehalfOf=310000001";
    private static final String A0282 =
            "{\"SocialSecurityNumber\":\"02909012346\",\"LastName\":\"Nordmann\","
                    + "\"_embedded\":{\"Roles\":[{\"RoleDefinitionId\":%d}]}}";

    private final RightsBed bed = new RightsBed();
    private final DoorBed owner = bed.as(Town.TTD);

    private JsonNode read(DoorBed door, String path) {
        DoorBed.Answer answer = door.get(path).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void rolesAreTheSubjectsForTheReportee() {
        assertThat(
                        read(owner, "serviceowner/authorization/roles" + ABOUT_A)
                                .findValuesAsText("RoleDefinitionCode"))
                .containsExactly("DAGL", "HADM");
        assertThat(
                        read(
                                owner,
                                "serviceowner/authorization/roles?subject=02909012346&reportee=310000001"))
                .isEmpty();
        assertThat(
                        read(
                                        owner,
                                        "serviceowner/authorization/roles?subject=01909012345&reportee=01909012345")
                                .findValuesAsText("RoleDefinitionCode"))
                .containsExactly("PRIV");
    }

    @Test
    void rightsAreThoseToOwnServices() {
        JsonNode ttd = read(owner, "serviceowner/authorization/rights" + ABOUT_A);
        JsonNode skd = read(bed.as(SKD), "serviceowner/authorization/rights" + ABOUT_A);

        assertThat(ttd.path("Rights").findValuesAsText("ServiceCode"))
                .hasSize(25)
                .doesNotContain("2101");
        assertThat(skd.path("Rights").findValuesAsText("ServiceCode"))
                .hasSize(5)
                .containsOnly("2101");
    }

    @Test
    void rightsOfAnOrganisationThatIsTwoServiceOwnersAreThoseOfBoth() {
        DoorBed both =
                bed.as(
                        new Caller.Organisation(
                                "991825827", List.of("digdir", "skd"), 3, Optional.empty()));

        assertThat(
                        read(both, "serviceowner/authorization/rights" + ABOUT_A)
                                .path("Rights")
                                .findValuesAsText("ServiceCode"))
                .hasSize(5)
                .containsOnly("2101");
    }

    @Test
    void rightsAreFilteredAndStandBesideSubjectAndReportee() {
        bed.give(
                RightsBed.MAIN,
                RightsBed.PARTY_B,
                new Gift.Right(new ServiceKey("1002", 1), Action.READ));
        JsonNode answer =
                read(
                        owner,
                        "serviceowner/authorization/rights?subject=02909012346&reportee=310000001"
                                + "&$filter=Action%20eq%20'Read'");

        assertThat(answer.path("Subject"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"Name":"Bo Lang Nordmann","Type":"Person",
                                 "SocialSecurityNumber":"02909012346"}"""));
        assertThat(answer.path("Reportee"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"Name":"Main unit","Type":"Enterprise",
                                 "OrganizationNumber":"310000001","OrganizationForm":"AS",
                                 "Status":"Active"}"""));
        assertThat(answer.path("Rights")).hasSize(1);
        assertThat(answer.at("/Rights/0/RightSourceType").asText())
                .isEqualTo("DirectlyDelegatedRights");
    }

    @Test
    void whoOrWhatIsUnknownIsABadRequest() {
        String rights = "serviceowner/authorization/rights";
        assertThat(owner.get(rights).answer().reason())
                .isEqualTo("Required parameter 'subject' is missing.");
        assertThat(owner.get(rights + "?subject=01909012345").answer().reason())
                .isEqualTo("Required parameter 'reportee' is missing.");
        assertThat(owner.get(rights + "?subject=09909012345&reportee=310000001").answer().reason())
                .isEqualTo(
                        "User profile could not be found for ***. User profile is created at first"
                                + " login to the Altinn.no portal");
        assertThat(owner.get(rights + "?subject=01909012345&reportee=319999999").answer().status())
                .isEqualTo(400);
    }

    @Test
    void roleDefinitionsAreTheCataloguesWithoutLocalOnes() {
        assertThat(read(owner, "serviceowner/roledefinitions").findValuesAsText("RoleDefinitionId"))
                .containsExactly("3", "4", "11", "82", "195", "5577", "5600");
        assertThat(
                        read(owner, "serviceowner/roledefinitions/11")
                                .path("RoleDefinitionCode")
                                .asText())
                .isEqualTo("UTINN");
        assertThat(owner.get("serviceowner/roledefinitions/12").answer().status()).isEqualTo(404);
        assertThat(owner.get("serviceowner/roledefinitions/x").answer().status()).isEqualTo(404);
    }

    @Test
    void theOneRoleIsGivenAndWithdrawn() {
        DoorBed.Answer answer = owner.post(GIVE, A0282.formatted(5600)).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(bed.parts.permissions().hasRole(Town.B, RightsBed.MAIN, Set.of("A0282")))
                .isTrue();
        String path = answer.header("Location").substring("https://rest.example/api/".length());
        assertThat(path).startsWith("serviceowner/delegations/roles/");

        assertThat(bed.as(SKD).delete(path).answer().status()).isEqualTo(404);
        assertThat(owner.delete(path).answer().status()).isEqualTo(204);
        assertThat(owner.delete(path).answer().status()).isEqualTo(404);
        assertThat(bed.parts.permissions().hasRole(Town.B, RightsBed.MAIN, Set.of("A0282")))
                .isFalse();
    }

    @Test
    void anotherRoleIsNotGiven() {
        DoorBed.Answer answer = owner.post(GIVE, A0282.formatted(11)).answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.reason()).isEqualTo("Service owners delegate the role A0282 only");
        assertThat(bed.given(RightsBed.MAIN)).isEmpty();
    }

    @Test
    void whatAPartyGaveAServiceOwnerDoesNotWithdraw() {
        Delegation given = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");

        assertThat(
                        owner.delete("serviceowner/delegations/roles/" + given.number())
                                .answer()
                                .status())
                .isEqualTo(404);
        assertThat(bed.given(RightsBed.MAIN)).containsExactly(given);
    }

    @Test
    void aWrongNameIsABadRequest() {
        assertThat(
                        owner.post(GIVE, A0282.formatted(5600).replace("Nordmann", "Hansen"))
                                .answer()
                                .status())
                .isEqualTo(400);
        assertThat(
                        owner.post(
                                        "serviceowner/delegations/roles?onBehalfOf=319999999",
                                        A0282.formatted(5600))
                                .answer()
                                .status())
                .isEqualTo(400);
    }
}
