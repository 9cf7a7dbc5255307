package no.altinn.rest.endpoint.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Action;
import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every route about roles, rights and delegations, asked by every kind of caller. */
class AuthorizationMatrixTest {
    private static final Caller NOBODY = new Caller.Nobody();
    private static final Caller ANOTHER_ORGANISATION =
            new Caller.Organisation(
                    "310000001", Optional.empty(), 3, Optional.of(Set.of("altinn:serviceowner")));
    private static final Caller ANOTHER_OWNER =
            new Caller.Organisation(
                    "974761076", Optional.of("skd"), 3, Optional.of(Set.of("altinn:serviceowner")));

    private static final String GIVE =
            "{\"UserName\":\"system310\",\"Roles\":[{\"RoleDefinitionId\":11}]}";
    private static final String A0282 =
            "{\"SocialSecurityNumber\":\"02909012346\",\"LastName\":\"Nordmann\","
                    + "\"Roles\":[{\"RoleDefinitionId\":5600}]}";
    private static final String ROLE =
            "{\"RoleName\":\"L\",\"Rights\":[{\"ServiceCode\":\"1001\","
                    + "\"ServiceEditionCode\":1,\"Action\":\"Read\"}]}";
    private static final String RULE =
            "{\"ServiceCode\":\"1001\",\"ServiceEditionCode\":1,\"Reportee\":\"310000003\","
                    + "\"Right\":\"Read\"}";

    /**
     * A route as it is asked.
     *
     * @param who whether it is asked for one's own, as administrator, or by a service owner
     */
    private record Row(Who who, String method, String template, String body, int status) {
        boolean isRead() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private enum Who {
        USER,
        ADMINISTRATOR,
        SERVICE_OWNER
    }

    private static Stream<Row> rows() {
        return Stream.concat(userRows(), ownerRows());
    }

    private static Stream<Row> userRows() {
        String at = "{who}/authorization/";
        String holder = at + "delegations/{rid}";
        return Stream.of(
                new Row(Who.USER, "GET", at + "roles", "", 200),
                new Row(Who.USER, "DELETE", at + "roles/{id}", "", 204),
                new Row(Who.USER, "GET", at + "rights", "", 200),
                new Row(Who.USER, "DELETE", at + "rights/{id}", "", 204),
                new Row(Who.USER, "GET", at + "roledefinitions", "", 200),
                new Row(Who.USER, "GET", at + "roledefinitions/{id}", "", 200),
                new Row(Who.ADMINISTRATOR, "POST", at + "roledefinitions", ROLE, 201),
                new Row(Who.ADMINISTRATOR, "PUT", at + "roledefinitions/{id}", ROLE, 204),
                new Row(Who.ADMINISTRATOR, "DELETE", at + "roledefinitions/{id}", "", 204),
                new Row(Who.ADMINISTRATOR, "GET", at + "delegations", "", 200),
                new Row(Who.ADMINISTRATOR, "POST", at + "delegations", GIVE, 201),
                new Row(Who.ADMINISTRATOR, "DELETE", at + "delegations", "", 204),
                new Row(Who.ADMINISTRATOR, "GET", holder, "", 200),
                new Row(Who.ADMINISTRATOR, "DELETE", holder, "", 204),
                new Row(Who.ADMINISTRATOR, "GET", holder + "/roles", "", 200),
                new Row(Who.ADMINISTRATOR, "DELETE", holder + "/roles/{id}", "", 204),
                new Row(Who.ADMINISTRATOR, "GET", holder + "/rights", "", 200),
                new Row(Who.ADMINISTRATOR, "DELETE", holder + "/rights/{id}", "", 204));
    }

    private static Stream<Row> ownerRows() {
        return Stream.of(
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/authorization/rights", "", 200),
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/authorization/roles", "", 200),
                new Row(Who.SERVICE_OWNER, "POST", "serviceowner/delegations/roles", A0282, 201),
                new Row(
                        Who.SERVICE_OWNER,
                        "DELETE",
                        "serviceowner/delegations/roles/{id}",
                        "",
                        204),
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/roledefinitions", "", 200),
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/roledefinitions/{id}", "", 200),
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/srr", "", 200),
                new Row(
                        Who.SERVICE_OWNER,
                        "POST",
                        "serviceowner/srr",
                        "[" + RULE.replace("1001", "1002") + "]",
                        201),
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/srr/{id}", "", 200),
                new Row(Who.SERVICE_OWNER, "PUT", "serviceowner/srr/{id}", RULE, 204),
                new Row(Who.SERVICE_OWNER, "DELETE", "serviceowner/srr/{id}", "", 204),
                new Row(Who.SERVICE_OWNER, "GET", "serviceowner/events/feed", "", 200));
    }

    private final RightsBed bed = new RightsBed();
    private Delegation roleOfA;
    private Delegation rightOfA;
    private Delegation roleOfB;
    private Delegation rightOfB;
    private Delegation byOwner;
    private String localRole;
    private String rule;

    @BeforeEach
    void fill() {
        Gift right = new Gift.Right(new ServiceKey("1001", 1), Action.READ);
        roleOfA = bed.give(RightsBed.MAIN, RightsBed.PARTY_A, "LOPER");
        rightOfA = bed.give(RightsBed.MAIN, RightsBed.PARTY_A, right);
        roleOfB = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "LOPER");
        rightOfB = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, right);
        byOwner =
                bed.delegations.give(
                        RightsBed.OTHER,
                        RightsBed.PARTY_A,
                        50000001,
                        new Gift.Role("A0282"),
                        new Delegation.Giver("", "ttd"));
        localRole =
                last(
                        bed.as(Town.A)
                                .post("310000001/authorization/roledefinitions", ROLE)
                                .answer()
                                .header("Location"));
        rule =
                Json.parse(
                                bed.as(Town.TTD)
                                        .post("serviceowner/srr", "[" + RULE + "]")
                                        .answer()
                                        .body())
                        .at("/0/Id")
                        .asText();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String path(Row row) {
        String template = row.template();
        String id;
        if (template.contains("{rid}/")) {
            id = number(template.contains("roles") ? roleOfB : rightOfB);
        } else if (template.contains("roledefinitions")) {
            id = row.who() == Who.SERVICE_OWNER ? "11" : localRole;
        } else if (template.startsWith("serviceowner/delegations")) {
            id = number(byOwner);
        } else if (template.startsWith("serviceowner/srr")) {
            id = rule;
        } else {
            id = number(template.contains("roles") ? roleOfA : rightOfA);
        }
        return template.replace("{who}", "310000001")
                        .replace("{rid}", "r50000002")
                        .replace("{id}", id)
                + query(row);
    }

    private static String number(Delegation delegation) {
        return Integer.toString(delegation.number());
    }

    private static String query(Row row) {
        if (row.template().startsWith("serviceowner/authorization")) {
            return "?subject=01909012345&reportee=310000001";
        }
        if (row.toString().equals("POST serviceowner/delegations/roles")) {
            return "?onBehalfOf=310000001";
        }
        return row.toString().equals("DELETE {who}/authorization/delegations")
                ? "?receiverId=r50000002&roleId=3"
                : "";
    }

    private DoorBed.Answer ask(Row row, Caller caller) {
        return ask(row, caller, DoorBed.ALL);
    }

    private DoorBed.Answer ask(Row row, Caller caller, String key) {
        DoorBed.Asked asked = bed.as(caller).ask(row.method(), path(row)).with("ApiKey", key);
        return (row.body().isEmpty()
                        ? asked
                        : asked.with("Content-Type", "application/json").sending(row.body()))
                .answer();
    }

    private List<Entry> state() {
        List<Entry> state = new ArrayList<>();
        for (Table table : List.of(Tables.DELEGATIONS, Tables.RULES)) {
            state.addAll(bed.store.of(table).search(Search.everywhere()));
        }
        return state;
    }

    private void refused(Row row, Caller caller, int... statuses) {
        List<Entry> before = state();

        DoorBed.Answer answer = ask(row, caller);

        assertThat(statuses).as(answer.body()).contains(answer.status());
        assertThat(state()).isEqualTo(before);
    }

    private static Caller owner(String scope) {
        return new Caller.Organisation(
                "991825827", Optional.of("ttd"), 3, Optional.of(Set.of(scope)));
    }

    private static Caller rightful(Row row) {
        return row.who() == Who.SERVICE_OWNER ? Town.TTD : Town.A;
    }

    @Test
    void everyRouteStandsInTheMatrix() {
        Set<String> asked = rows().map(Row::toString).collect(Collectors.toSet());

        assertThat(
                        bed.routes.stream()
                                .flatMap(routes -> routes.routes().stream())
                                .map(route -> route.method() + " " + route.template()))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRightfulCallerMay(Row row) {
        DoorBed.Answer answer = ask(row, rightful(row));

        assertThat(answer.status()).as(answer.body()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("userRows")
    void aUserWhoIsNoAdministratorChangesAndSeesNothingOfOthers(Row row) {
        if (row.who() == Who.ADMINISTRATOR) {
            refused(row, Town.B, 403);
        } else if (!row.isRead()) {
            // The ids are A's.
            refused(row, Town.B, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("userRows")
    void anEnterpriseUserWithoutRightsIsOneOfThem(Row row) {
        if (row.who() == Who.ADMINISTRATOR) {
            refused(row, bed.system, 403);
        } else if (!row.isRead()) {
            refused(row, bed.system, 404);
        } else if (!row.template().contains("roledefinitions")) {
            assertThat(ask(row, bed.system).body()).isEqualTo("[]");
        }
    }

    @ParameterizedTest
    @MethodSource("userRows")
    void anEnterpriseUserWhoWasMadeAdministratorMayAdminister(Row row) {
        bed.give(RightsBed.MAIN, bed.systemReceiver(), "HADM");
        if (row.who() == Who.ADMINISTRATOR) {
            assertThat(ask(row, bed.system).status()).isEqualTo(row.status());
        }
    }

    @ParameterizedTest
    @MethodSource("userRows")
    void aUserWhoDoesNotActForThePartyMayNot(Row row) {
        bed.delegations.withdraw(roleOfB);
        bed.delegations.withdraw(rightOfB);

        refused(row, Town.B, 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobodyMayNot(Row row) {
        refused(row, NOBODY, 401);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anotherKindOfCallerMayNot(Row row) {
        refused(row, ANOTHER_ORGANISATION, 401, 403);
        refused(row, row.who() == Who.SERVICE_OWNER ? Town.A : Town.TTD, 401, 403);
    }

    @ParameterizedTest
    @MethodSource("ownerRows")
    void anotherServiceOwnerFindsNothingOfThisOne(Row row) {
        if (row.template().equals("serviceowner/srr") && row.isRead()) {
            assertThat(ask(row, ANOTHER_OWNER).body()).isEqualTo("[]");
        } else if (row.template().contains("{id}") && !row.template().contains("roledefinitions")) {
            refused(row, ANOTHER_OWNER, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("userRows")
    void aTokenNeedsTheScopeOfItsRoute(Row row) {
        String noun = row.template().split("/")[2].split("[{]")[0];
        String base =
                noun.startsWith("role") && !noun.equals("roledefinitions")
                        ? "rolesandrights"
                        : noun;
        String family = base.equals("rights") ? "rolesandrights" : base;
        String own = "altinn:" + family + (row.isRead() ? ".read" : ".write");
        String sibling = "altinn:" + family + (row.isRead() ? ".write" : ".read");

        refused(row, Town.with(Town.A, sibling), 401);
        refused(row, Town.with(Town.A, "altinn:instances.read"), 401);
        refused(row, Town.with(Town.A, "altinn:serviceowner"), 401);
        assertThat(ask(row, Town.with(Town.A, own)).status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("ownerRows")
    void aServiceOwnersTokenNeedsTheScopeOfItsRoute(Row row) {
        String own =
                row.template().contains("authorization")
                        ? "rolesandrights"
                        : row.template().contains("delegations")
                                ? "delegations.write"
                                : row.template().contains("events")
                                        ? "events"
                                        : row.isRead() ? "srr.read" : "srr.write";
        if (!row.template().contains("roledefinitions")) {
            refused(row, owner("altinn:serviceowner/reportees"), 401);
            refused(row, owner("altinn:enduser"), 401);
        }
        assertThat(ask(row, owner("altinn:serviceowner/" + own)).status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aKeyWithoutTheGrantIsNotEnough(Row row) {
        List<Entry> before = state();

        assertThat(ask(row, rightful(row), DoorBed.READER).status()).isEqualTo(403);

        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noAnswerShowsANumberThatTheCallerDidNotSend(Row row) {
        assertThat(ask(row, rightful(row)).body()).doesNotContain("02909012346");
    }

    @Test
    void everyDeletionIsAStateForTheFeed() {
        rows().filter(row -> row.toString().contains("delegations"))
                .filter(row -> row.method().equals("DELETE"))
                .forEach(row -> ask(row, rightful(row)));

        assertThat(
                        bed.store.of(Tables.DELEGATIONS).search(Search.everywhere()).stream()
                                .flatMap(
                                        entry ->
                                                no.altinn.rest.happening.Happenings.of(entry.head())
                                                        .stream())
                                .map(each -> each.type()))
                .contains(HappeningType.ROLE_DELETED, HappeningType.RIGHT_DELETED);
    }
}
