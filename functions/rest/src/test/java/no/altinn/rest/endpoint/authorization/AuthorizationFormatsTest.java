package no.altinn.rest.endpoint.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Delegations come and go in four representations. */
class AuthorizationFormatsTest {
    private static final String ALL = "310000001/authorization/delegations";

    private final RightsBed bed = new RightsBed();
    private final DoorBed door = bed.as(Town.A);

    private static Stream<Arguments> bodies() {
        String whom =
                "<SocialSecurityNumber>02909012346</SocialSecurityNumber>"
                        + "<LastName>Nordmann</LastName>";
        String role = "<RoleDefinitionId>11</RoleDefinitionId>";
        String right =
                "<ServiceCode>1002</ServiceCode><ServiceEditionCode>1</ServiceEditionCode>"
                        + "<Action>Read</Action>";
        String lists =
                """
                "Roles":[{"RoleDefinitionId":"11"}],
                "Rights":[{"ServiceCode":1002,"ServiceEditionCode":"1","Action":"Read"}]""";
        String named = "\"SocialSecurityNumber\":\"02909012346\",\"lastname\":\"NORDMANN\"";
        return Stream.of(
                Arguments.of("application/json", "{%s,%s}".formatted(named, lists)),
                Arguments.of(
                        "application/hal+json", "{%s,\"_embedded\":{%s}}".formatted(named, lists)),
                Arguments.of(
                        "application/xml",
                        "<RightHolder>%s<Roles><Role>%s</Role></Roles><Rights><Right>%s</Right></Rights></RightHolder>"
                                .formatted(whom, role, right)),
                Arguments.of(
                        "application/hal+xml",
                        ("<resource rel=\"rightholder\">%s<resource rel=\"roles\"><resource"
                                        + " rel=\"role\">%s</resource></resource><resource"
                                        + " rel=\"rights\"><resource rel=\"right\">%s</resource>"
                                        + "</resource></resource>")
                                .formatted(whom, role, right)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void rolesAndRightsAreGivenInEachRepresentation(String type, String body) {
        DoorBed.Answer answer =
                door.ask("POST", ALL).with("Content-Type", type).sending(body).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(bed.given(RightsBed.MAIN))
                .extracting(Delegation::gift)
                .extracting(gift -> gift.key())
                .containsExactlyInAnyOrder("UTINN", "1002-1-Read");
    }

    private String get(String path, String accept) {
        DoorBed.Answer answer = door.get(path).accepting(accept).answer();
        assertThat(answer.header("Content-Type")).startsWith(accept);
        return answer.body();
    }

    @Test
    void rightHoldersAreReadInEachRepresentation() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");

        assertThat(get(ALL, "application/json"))
                .startsWith("[{\"RightHolderId\":\"r50000001\"")
                .doesNotContain("_links");
        assertThat(get(ALL, "application/hal+json"))
                .contains("\"_embedded\":{\"rightholders\":[{\"RightHolderId\"", "\"_links\"");
        assertThat(get(ALL, "application/xml"))
                .startsWith("<ArrayOfRightHolder><RightHolder><RightHolderId>r50000001<")
                .doesNotContain("href");
        assertThat(get(ALL, "application/hal+xml"))
                .startsWith("<resource rel=\"rightholders\" href=")
                .contains(
                        "<resource rel=\"rightholder\" href=\"https://rest.example/api/"
                                + ALL
                                + "/r50000002\"><link rel=\"roles\"",
                        "<SocialSecurityNumber>029090*****<");
    }

    @Test
    void rolesAndRightsAreReadInEachRepresentation() {
        String roles = "310000001/authorization/roles";
        String rights = "310000001/authorization/rights";

        assertThat(get(roles, "application/hal+json")).contains("\"_embedded\":{\"roles\":[{");
        assertThat(get(roles, "application/xml")).startsWith("<ArrayOfRole><Role><RoleType>");
        assertThat(get(roles, "application/hal+xml"))
                .contains("<resource rel=\"role\"><link rel=\"roledefinition\"");
        assertThat(get(rights, "application/hal+json")).contains("\"_embedded\":{\"rights\":[{");
        assertThat(get(rights, "application/xml")).startsWith("<ArrayOfRight><Right><RightID>");
        assertThat(get(rights, "application/hal+xml")).contains("<resource rel=\"right\">");
    }

    @Test
    void aRoleDefinitionHasItsRightsWithinIt() {
        String one = "310000001/authorization/roledefinitions/3";

        assertThat(get(one, "application/json")).contains("\"Rights\":[{\"RightID\"");
        assertThat(get(one, "application/hal+json")).contains("\"_embedded\":{\"rights\":[{");
        assertThat(get(one, "application/xml")).contains("<Rights><Right><RightID>");
        assertThat(get(one, "application/hal+xml")).contains("<resource rel=\"rights\">");
    }

    @Test
    void serviceOwnersReadInEachRepresentation() {
        DoorBed owner = bed.as(Town.TTD);
        String rights = "serviceowner/authorization/rights?subject=01909012345&reportee=310000001";
        String rule =
                "<ArrayOfSrrRight><SrrRight><ServiceCode>1001</ServiceCode>"
                        + "<ServiceEditionCode>1</ServiceEditionCode>"
                        + "<Reportee>310000003</Reportee><Right>Read</Right><Condition>"
                        + "<IsRecipient>true</IsRecipient></Condition></SrrRight></ArrayOfSrrRight>";

        assertThat(owner.get(rights).accepting("application/xml").answer().body())
                .startsWith("<AuthorizationRights><Subject><Name>")
                .contains("<Rights><Right><RightID>");
        assertThat(owner.get(rights).accepting("application/hal+json").answer().body())
                .startsWith("{\"Subject\":{\"Name\":");
        assertThat(
                        owner.ask("POST", "serviceowner/srr")
                                .with("Content-Type", "application/xml")
                                .accepting("application/xml")
                                .sending(rule)
                                .answer()
                                .body())
                .startsWith("<ArrayOfSrrRight><SrrRight><Id>")
                .contains("<Condition><IsRecipient>true<", "<OperationStatus>Ok<");
        assertThat(owner.get("serviceowner/srr").accepting("application/hal+xml").answer().body())
                .startsWith("<resource rel=\"srr\"")
                .contains("<resource rel=\"srrright\"");
    }
}
