package no.altinn.rest.endpoint.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** To whom a party gave what, as its administrators see and change it. */
class DelegationRoutesTest {
    private static final String ALL = "310000001/authorization/delegations";
    private static final String TO_B =
            "\"SocialSecurityNumber\":\"02909012346\",\"LastName\":\"Nordmann\"";
    private static final String UTINN = "\"Roles\":[{\"RoleDefinitionId\":11}]";
    private static final Gift.Right RIGHT = new Gift.Right(new ServiceKey("1002", 1), Action.READ);

    private final RightsBed bed = new RightsBed();
    private final DoorBed door = bed.as(Town.A);

    private DoorBed.Answer give(String whom, String what) {
        return door.post(ALL, "{%s,\"_embedded\":{%s}}".formatted(whom, what)).answer();
    }

    private List<Delegation> given() {
        return bed.given(RightsBed.MAIN).toList();
    }

    @Test
    void rolesAndRightsAreGivenToAPerson() {
        DoorBed.Answer answer =
                give(
                        TO_B,
                        UTINN
                                + ",\"Rights\":[{\"ServiceCode\":\"1002\",\"ServiceEditionCode\":1,"
                                + "\"Action\":\"Read\"}]");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Location"))
                .isEqualTo("https://rest.example/api/" + ALL + "/r50000002");
        assertThat(given())
                .extracting(Delegation::receiver, Delegation::gift)
                .containsExactlyInAnyOrder(
                        tuple(RightsBed.PARTY_B, new Gift.Role("UTINN")),
                        tuple(RightsBed.PARTY_B, RIGHT));
        assertThat(given()).extracting(each -> each.giver().name()).containsOnly("Person A");
    }

    @Test
    void anOrganisationReceivesByNumberAndName() {
        assertThat(
                        give(
                                        "\"OrganizationNumber\":\"310000003\",\"Name\":\"Another"
                                                + " organisation\"",
                                        UTINN)
                                .status())
                .isEqualTo(201);
        assertThat(given())
                .extracting(Delegation::receiver)
                .containsExactly(new Receiver.Party(RightsBed.OTHER));
    }

    @Test
    void anEnterpriseUserReceivesByNameAndIsItsOrganisationsSubject() {
        DoorBed.Answer answer = give("\"UserName\":\"SYSTEM310\"", UTINN);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/u" + bed.system.userId());
        assertThat(given()).extracting(Delegation::subject).containsExactly(RightsBed.MAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"SocialSecurityNumber\":\"02909012346\",\"LastName\":\"Hansen\"",
                "\"SocialSecurityNumber\":\"09909012346\",\"LastName\":\"Nordmann\"",
                "\"SocialSecurityNumber\":\"2\",\"LastName\":\"Nordmann\"",
                "\"OrganizationNumber\":\"310000003\",\"Name\":\"Main unit\"",
                "\"OrganizationNumber\":\"310000004\",\"Name\":\"Old unit\"",
                "\"OrganizationNumber\":\"319999999\",\"Name\":\"Main unit\"",
                "\"UserName\":\"nobody\""
            })
    void anUnknownReceiverAndAWrongNameAreOneAnswer(String whom) {
        DoorBed.Answer answer = give(whom, UTINN);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("There is no receiver with this number and name");
        assertThat(given()).isEmpty();
    }

    @Test
    void anUnknownNumberCostsRegisterAsMuchAsAWrongName() {
        bed.town.asked.clear();
        give("\"SocialSecurityNumber\":\"02909012346\",\"LastName\":\"Hansen\"", UTINN);
        int wrongName = bed.town.asked.size();
        bed.town.known.forget();
        bed.town.asked.clear();
        give("\"SocialSecurityNumber\":\"09909012346\",\"LastName\":\"Hansen\"", UTINN);

        assertThat(bed.town.asked.stream().filter(urn -> urn.contains("person")).count())
                .isEqualTo(1);
        assertThat(wrongName).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"Roles\":[{\"RoleDefinitionId\":999}]|400|There is no role definition 999",
                "\"Roles\":[{}]|400|The member 'RoleDefinitionId' is missing.",
                "\"Roles\":[]|400|Roles and Rights must be 1 to 100 together",
                "\"Roles\":[{\"RoleDefinitionId\":195}]|403|The user cannot delegate the role DAGL",
                "\"Roles\":[{\"RoleDefinitionId\":5577}]|403|The user cannot delegate the role HADM",
                "\"Roles\":[{\"RoleDefinitionId\":5600}]|403|The user cannot delegate the role"
                        + " A0282",
                "\"Rights\":[{\"ServiceCode\":\"9\",\"ServiceEditionCode\":1,\"Action\":\"Read\"}]|400|There"
                        + " is no service 9/1",
                "\"Rights\":[{\"ServiceCode\":\"1002\",\"ServiceEditionCode\":1,\"Action\":\"X\"}]|400|Action"
                        + " must be Read, Write, Sign, ArchiveRead or ArchiveDelete"
            })
    void whatMayNotBeGivenIsRefusedWhole(String what, int status, String reason) {
        DoorBed.Answer answer = give(TO_B, what);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(given()).isEmpty();
    }

    @Test
    void oneThatMayNotBeGivenKeepsAllOthersBack() {
        give(TO_B, "\"Roles\":[{\"RoleDefinitionId\":11},{\"RoleDefinitionId\":195}]");

        assertThat(given()).isEmpty();
    }

    @Test
    void tooManyAtOnceAreRefused() {
        String roles =
                IntStream.range(0, 101)
                        .mapToObj(
                                i ->
                                        "{\"ServiceCode\":\"%d\",\"ServiceEditionCode\":1,\"Action\":\"%s\"}"
                                                .formatted(1001 + i % 3, action(i)))
                        .collect(Collectors.joining(","));

        // Each counts once: fifteen different ones are within the bound.
        assertThat(give(TO_B, "\"Rights\":[" + roles + "]").status()).isEqualTo(201);
        assertThat(given()).hasSize(15);
    }

    private static String action(int i) {
        return Action.values()[i / 3 % Action.values().length].title();
    }

    @Test
    void aPartyGivesNothingToItself() {
        assertThat(
                        give("\"OrganizationNumber\":\"310000001\",\"Name\":\"Main unit\"", UTINN)
                                .reason())
                .isEqualTo("A party cannot delegate to itself");
    }

    @Test
    void aBodyNamesOneReceiver() {
        for (String whom : List.of("\"X\":1", TO_B + ",\"UserName\":\"system310\"")) {
            assertThat(give(whom, UTINN).reason())
                    .startsWith("SocialSecurityNumber and LastName, or OrganizationNumber and");
        }
    }

    @Test
    void anAdministratorGivesOnlyWhatHeHas() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "ADMAI");
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        DoorBed ofB = bed.as(Town.B);
        String toSystem = "{\"UserName\":\"system310\",\"_embedded\":{%s}}";
        String right =
                "\"Rights\":[{\"ServiceCode\":\"%s\",\"ServiceEditionCode\":1,\"Action\":\"Read\"}]";

        assertThat(ofB.post(ALL, toSystem.formatted(UTINN)).answer().status()).isEqualTo(403);
        assertThat(ofB.post(ALL, toSystem.formatted(right.formatted("1001"))).answer().status())
                .isEqualTo(403);
        assertThat(ofB.post(ALL, toSystem.formatted(right.formatted("1002"))).answer().status())
                .isEqualTo(201);
    }

    @Test
    void aUserWithoutTheRoleLearnsNothing() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        DoorBed ofB = bed.as(Town.B);
        bed.town.asked.clear();
        DoorBed.Answer known =
                ofB.post(ALL, "{%s,%s}".formatted(TO_B.replace("Nordmann", "x"), UTINN)).answer();

        assertThat(known.status()).isEqualTo(403);
        assertThat(known.reason()).isEqualTo("The user must have the role ADMAI or HADM");
        assertThat(ofB.get(ALL).answer().status()).isEqualTo(403);
        assertThat(ofB.get(ALL + "/r50000001/roles").answer().status()).isEqualTo(403);
        assertThat(ofB.get(ALL + "/r50000009/roles").answer().status()).isEqualTo(403);
        assertThat(bed.town.asked).noneMatch(urn -> urn.contains("person"));
    }

    @Test
    void administratorsReadWhoWasGivenWhat() {
        Delegation role = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);

        assertThat(
                        Json.parse(
                                door.get(ALL + "/r50000002")
                                        .accepting("application/hal+json")
                                        .answer()
                                        .body()))
                .isEqualTo(
                        Json.parse(
                                """
                                {"RightHolderId":"r50000002","Name":"Bo Lang Nordmann",
                                 "LastName":"Nordmann","SocialSecurityNumber":"029090*****",
                                 "_links":{"self":{"href":"B/r50000002"},
                                  "roles":{"href":"B/r50000002/roles"},
                                  "rights":{"href":"B/r50000002/rights"}}}"""
                                        .replace("B/", "https://rest.example/api/" + ALL + "/")));
        assertThat(Json.parse(door.get(ALL + "/r50000002/roles?language=1033").answer().body()))
                .isEqualTo(
                        Json.parse(
                                """
                                [{"RoleType":"Altinn","RoleDefinitionId":11,
                                  "RoleDefinitionCode":"UTINN","RoleName":"UTINN in English",
                                  "RoleDescription":"Om UTINN","RoleId":%d,
                                  "Delegator":"Giver of the test",
                                  "DelegatedTime":"2026-01-02T10:00:00"}]"""
                                        .formatted(role.number())));
        assertThat(Json.parse(door.get(ALL + "/r50000002/rights").answer().body()))
                .isEqualTo(
                        Json.parse(
                                """
                                [{"RightID":%d,"RightType":"Service","ServiceCode":"1002",
                                  "ServiceEditionCode":1,"Action":"Read",
                                  "RightSourceType":"DirectlyDelegatedRights",
                                  "IsDelegatable":true}]"""
                                        .formatted(right.number())));
    }

    @Test
    void rightHoldersAreListedOnceAndByWhatTheyWereGiven() {
        Delegation role = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        bed.give(RightsBed.MAIN, bed.systemReceiver(), "LOPER");

        assertThat(holders("")).containsExactly("r50000001", "r50000002", system());
        assertThat(holders("?roleId=3")).containsExactly(system());
        assertThat(holders("?roleId=" + role.number())).containsExactly("r50000002");
        assertThat(holders("?authzRuleId=" + right.number())).containsExactly("r50000002");
        assertThat(holders("?receiverId=r50000002&roleId=3")).isEmpty();
        assertThat(door.get(ALL).answer().body()).doesNotContain("02909012346");
    }

    private String system() {
        return "u" + bed.system.userId();
    }

    private List<String> holders(String query) {
        return Json.parse(door.get(ALL + query).answer().body()).findValuesAsText("RightHolderId");
    }

    @Test
    void whatWasGivenIsWithdrawnOneByOne() {
        Delegation role = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        String b = ALL + "/r50000002";

        assertThat(door.delete(b + "/rights/" + role.number()).answer().status()).isEqualTo(404);
        assertThat(door.delete(b + "/roles/" + role.number()).answer().status()).isEqualTo(204);
        assertThat(door.delete(b + "/roles/" + role.number()).answer().status()).isEqualTo(404);
        assertThat(door.delete(b + "/rights/" + right.number()).answer().status()).isEqualTo(204);
        assertThat(door.delete(b + "/roles/3").answer().status()).isEqualTo(204);
        assertThat(given()).isEmpty();
        assertThat(door.get(b).answer().status()).isEqualTo(404);
    }

    @Test
    void whatWasGivenIsWithdrawnByParameters() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);

        assertThat(door.delete(ALL).answer().status()).isEqualTo(400);
        assertThat(door.delete(ALL + "?receiverId=r50000002").answer().status()).isEqualTo(400);
        assertThat(door.delete(ALL + "?receiverId=r50000002&roleId=11").answer().status())
                .isEqualTo(204);
        assertThat(given()).containsExactly(right);
        assertThat(
                        door.delete(ALL + "?receiverId=r50000002&authzRuleId=" + right.number())
                                .answer()
                                .status())
                .isEqualTo(204);
        assertThat(given()).isEmpty();
    }

    @Test
    void everythingOfARightHolderIsWithdrawnAtOnce() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        bed.give(RightsBed.MAIN, bed.systemReceiver(), "UTINN");

        assertThat(door.delete(ALL + "/r50000002").answer().status()).isEqualTo(204);

        assertThat(given()).extracting(Delegation::receiver).containsExactly(bed.systemReceiver());
    }

    @Test
    void anotherPartysDelegationsAreOutOfReach() {
        Delegation other = bed.give(RightsBed.OTHER, RightsBed.PARTY_B, "UTINN");

        assertThat(door.delete(ALL + "/r50000002/roles/" + other.number()).answer().status())
                .isEqualTo(404);
        assertThat(door.delete("310000003/authorization/delegations/r50000002").answer().status())
                .isEqualTo(403);
        assertThat(bed.given(RightsBed.OTHER)).containsExactly(other);
    }
}
