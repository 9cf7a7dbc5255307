package no.altinn.rest.endpoint.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.access.Action;
import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The roles and rights that a user has, as the user sees them and gives them up. */
class OwnRolesTest {
    private static final String ROLES = "310000001/authorization/roles";
    private static final String RIGHTS = "310000001/authorization/rights";
    private static final Gift.Right RIGHT = new Gift.Right(new ServiceKey("1002", 1), Action.READ);

    private final RightsBed bed = new RightsBed();

    private JsonNode read(Caller caller, String path) {
        DoorBed.Answer answer = bed.as(caller).get(path).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private List<String> codes(Caller caller, String path) {
        return read(caller, path).findValuesAsText("RoleDefinitionCode");
    }

    private int delete(Caller caller, String path) {
        return bed.as(caller).delete(path).answer().status();
    }

    @Test
    void rolesOfRegistersComeFirstAndHaveNoId() {
        JsonNode roles = read(Town.A, ROLES);

        assertThat(roles.findValuesAsText("RoleDefinitionCode")).containsExactly("DAGL", "HADM");
        assertThat(roles.get(0))
                .isEqualTo(
                        Json.parse(
                                """
                                {"RoleType":"External","RoleDefinitionId":195,
                                 "RoleDefinitionCode":"DAGL","RoleName":"DAGL på bokmål",
                                 "RoleDescription":"Om DAGL"}"""));
        assertThat(codes(Town.A, "my/authorization/roles")).containsExactly("PRIV");
    }

    @Test
    void aRoleLinksToItsDefinition() {
        assertThat(
                        Json.parse(
                                        bed.as(Town.A)
                                                .get("my/authorization/roles")
                                                .accepting("application/hal+json")
                                                .answer()
                                                .body())
                                .at("/_embedded/roles/0/_links/roledefinition/href")
                                .asText())
                .isEqualTo("https://rest.example/api/my/authorization/roledefinitions/82");
    }

    @Test
    void rolesAndRightsAreFiltered() {
        assertThat(codes(Town.A, ROLES + "?$filter=RoleType%20eq%20'Altinn'"))
                .containsExactly("HADM");
        assertThat(codes(Town.A, ROLES + "?$orderby=RoleDefinitionId%20desc&$top=1"))
                .containsExactly("HADM");
        assertThat(read(Town.A, RIGHTS + "?$filter=ServiceCode%20eq%20'2101'")).hasSize(5);
        assertThat(bed.as(Town.A).get(RIGHTS + "?$filter=Name%20eq%20'x'").answer().reason())
                .isEqualTo("Could not find property named 'Name' on type 'Right'");
    }

    @Test
    void nobodySeesWhatAnotherHas() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        bed.give(RightsBed.MAIN, bed.systemReceiver(), "UTINN");

        assertThat(codes(Town.A, ROLES)).containsExactly("DAGL", "HADM");
        assertThat(codes(Town.B, ROLES)).containsExactly("LOPER");
        assertThat(codes(bed.system, "my/authorization/roles")).containsExactly("UTINN");
    }

    @Test
    void aGivenRoleIsGivenUp() {
        Delegation role = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);

        assertThat(delete(Town.B, ROLES + "/" + role.number())).isEqualTo(204);

        assertThat(codes(Town.B, ROLES)).isEmpty();
        assertThat(delete(Town.B, ROLES + "/" + role.number())).isEqualTo(404);
    }

    @Test
    void anothersRoleIsNotGivenUp() {
        Delegation role = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");

        assertThat(delete(Town.A, ROLES + "/" + role.number())).isEqualTo(404);
        assertThat(delete(Town.A, "my/authorization/roles/" + role.number())).isEqualTo(404);

        assertThat(codes(Town.B, ROLES)).containsExactly("LOPER");
    }

    @Test
    void aRoleOfARegisterCannotBeDeleted() {
        DoorBed.Answer answer = bed.as(Town.A).delete(ROLES + "/195").answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.reason()).isEqualTo("The role cannot be deleted.");
        assertThat(delete(Town.A, ROLES + "/3")).isEqualTo(404);
        assertThat(delete(Town.A, ROLES + "/x")).isEqualTo(404);
        assertThat(delete(Town.A, ROLES + "/99999999999")).isEqualTo(404);
    }

    @Test
    void whatAnOrganisationWasGivenItsManagerSeesButCannotGiveUp() {
        Receiver organisation = new Receiver.Party(RightsBed.OTHER);
        Delegation role = bed.give(RightsBed.MAIN, organisation, "LOPER");
        Delegation right = bed.give(RightsBed.MAIN, organisation, RIGHT);

        assertThat(codes(Town.B, ROLES)).containsExactly("LOPER");
        assertThat(delete(Town.B, ROLES + "/" + role.number())).isEqualTo(403);
        assertThat(delete(Town.B, RIGHTS + "/" + right.number())).isEqualTo(403);
        assertThat(bed.delegations.of(RightsBed.MAIN)).contains(role, right);
    }

    @Test
    void rightsTellWhereTheyComeFrom() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);

        JsonNode of1002 = read(Town.B, RIGHTS + "?$filter=ServiceCode%20eq%20'1002'");

        assertThat(of1002.findValuesAsText("RightSourceType"))
                .containsExactly("RoleTypeRights", "DirectlyDelegatedRights");
        assertThat(of1002.get(1))
                .isEqualTo(
                        Json.parse(
                                """
                                {"RightID":%d,"RightType":"Service","ServiceCode":"1002",
                                 "ServiceEditionCode":1,"Action":"Read",
                                 "RightSourceType":"DirectlyDelegatedRights",
                                 "IsDelegatable":false}"""
                                        .formatted(right.number())));
    }

    @Test
    void rightsHaveIdsOfTheirOwn() {
        assertThat(read(Town.A, RIGHTS).findValuesAsText("RightID"))
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void aGivenRightIsGivenUpAndARolesRightIsNot() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        JsonNode of1002 = read(Town.B, RIGHTS + "?$filter=ServiceCode%20eq%20'1002'");

        DoorBed.Answer refused =
                bed.as(Town.B).delete(RIGHTS + "/" + of1002.get(0).path("RightID")).answer();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).isEqualTo("The right cannot be deleted.");
        assertThat(delete(Town.B, RIGHTS + "/" + of1002.get(1).path("RightID"))).isEqualTo(204);
        assertThat(read(Town.B, RIGHTS + "?$filter=ServiceCode%20eq%20'1002'")).hasSize(1);
    }

    @Test
    void whatIsWithdrawnWhileOneReadsCountsNoMoreAtTheNextRequest() {
        Delegation role = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        DoorBed.Answer first = bed.as(Town.B).get(ROLES).answer();
        assertThat(first.status()).isEqualTo(200);

        bed.as(Town.A)
                .delete("310000001/authorization/delegations/r50000002/roles/" + role.number())
                .answer();

        // Nothing is left that B acts for the party by, whatever B has read and kept.
        DoorBed.Asked again = bed.as(Town.B).get(ROLES);
        assertThat(again.with("If-None-Match", first.header("ETag")).answer().status())
                .isEqualTo(403);
        assertThat(bed.as(Town.B).get(RIGHTS).answer().status()).isEqualTo(403);
        assertThat(bed.parts.permissions().of(Town.B, RightsBed.MAIN, new ServiceKey("1001", 1)))
                .isEmpty();
    }
}
