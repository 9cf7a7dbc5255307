package no.altinn.rest.endpoint.broker;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.broker.BrokerBed;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.record.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Every route of the broker service, asked by every kind of caller. */
class BrokerMatrixTest {
    private static final String UNKNOWN = "35abb71c-7243-46aa-9e6b-f1c986b9efaa";

    /** Whose a route is. */
    private enum Whose {
        SENDER,
        RECIPIENT,
        ANYBODY
    }

    /**
     * A route as it is asked about a file that 310000001 has sent to 310000002. Of a file that is
     * sent, it is the question before it comes.
     *
     * @param path below {@code {who}/}, with {@code {ref}} for the file
     */
    private record Row(Whose whose, String method, String template, String path) {
        boolean isList() {
            return template.endsWith("/inbox");
        }

        boolean isSending() {
            return template.endsWith("/outbox");
        }

        boolean isAboutAFile() {
            return template.contains("{ref}");
        }

        /** Whose user it is, in whose name. */
        Caller.User user() {
            return whose == Whose.SENDER ? BrokerBed.A : BrokerBed.B;
        }

        String who() {
            return whose == Whose.SENDER ? "310000001" : "310000002";
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private static Row row(Whose whose, String method, String path) {
        return new Row(whose, method, "{who}/" + path, path);
    }

    /** Those that a user asks in the name of a party. */
    private static Stream<Row> rows() {
        String inbox = "brokerservice/inbox";
        String outbox = "brokerservice/outbox";
        return Stream.of(
                new Row(
                        Whose.SENDER,
                        "POST",
                        "{who}/" + outbox,
                        BrokerBed.outbox("a.txt", BrokerBed.description(BrokerBed.RECIPIENT))),
                row(Whose.SENDER, "GET", outbox + "/{ref}"),
                row(Whose.SENDER, "GET", outbox + "/{ref}/receipt"),
                row(Whose.RECIPIENT, "GET", inbox),
                row(Whose.RECIPIENT, "GET", inbox + "/{ref}"),
                row(Whose.RECIPIENT, "GET", inbox + "/{ref}/receipt"),
                row(Whose.RECIPIENT, "GET", inbox + "/{ref}/download"),
                row(Whose.RECIPIENT, "GET", "brokerservice/files/{ref}"),
                row(Whose.RECIPIENT, "POST", inbox + "/{ref}/confirmdownloaded"));
    }

    private static final Row FOR_KEYS =
            new Row(
                    Whose.ANYBODY,
                    "GET",
                    "brokerservice/inbox/hasavailablefiles",
                    "brokerservice/inbox/hasavailablefiles?serviceCode=4001&serviceEditionCode=1"
                            + "&recipients=310000002");

    private final BrokerBed bed = new BrokerBed();
    private final String reference = bed.sent(BrokerBed.RECIPIENT);
    private final List<Entry> before = bed.records();

    private DoorBed.Asked asked(Row row, Caller caller, String who, String file) {
        String path = who + "/" + row.path().replace("{ref}", file);
        return row.isSending()
                ? BrokerBed.begin(bed.as(caller), path, 3)
                : bed.as(caller).ask(row.method(), path);
    }

    private DoorBed.Answer ask(Row row, Caller caller, String who) {
        return asked(row, caller, who, reference).answer();
    }

    private void refused(Row row, Caller caller, String who, int status) {
        assertThat(ask(row, caller, who).status()).isEqualTo(status);
        assertThat(bed.records()).isEqualTo(before);
    }

    @Test
    void everyRouteStandsInTheMatrix() {
        assertThat(
                        bed.parts(bed.store, bed.memory).routes().stream()
                                .flatMap(routes -> routes.routes().stream())
                                .map(route -> route.method() + " " + route.template()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(rows(), Stream.of(FOR_KEYS)).map(Row::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itsOwnPartyMay(Row row) {
        assertThat(ask(row, row.user(), row.who()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itsOwnPartyMayUnderItsIdAndInAnyCase(Row row) {
        String who = row.who().replace("310000", "R51000");

        assertThat(
                        asked(row, row.user(), who, reference.toUpperCase(Locale.ROOT))
                                .answer()
                                .status())
                .isEqualTo(200);
    }

    /**
     * Sender and recipient: each has the other's rights to the service, and not the other's box.
     */
    @ParameterizedTest
    @MethodSource("rows")
    void thePartyOnTheOtherSideMayNot(Row row) {
        Caller other = row.whose() == Whose.SENDER ? BrokerBed.B : BrokerBed.A;
        String who = row.whose() == Whose.SENDER ? "310000002" : "310000001";
        if (row.isList()) {
            assertThat(ask(row, other, who).body()).isEqualTo("[]");
        } else {
            refused(row, other, who, 403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPartyThatHasNothingToDoWithTheFileMayNot(Row row) {
        if (row.isList()) {
            assertThat(ask(row, BrokerBed.C, "310000003").body()).isEqualTo("[]");
        } else {
            refused(row, BrokerBed.C, "310000003", 403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSamePersonForOneselfMayNot(Row row) {
        if (row.isList()) {
            assertThat(ask(row, row.user(), "my").body()).isEqualTo("[]");
        } else {
            refused(row, row.user(), "my", 403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserWhoDoesNotActForThePartyMayNot(Row row) {
        refused(row, BrokerBed.C, row.who(), 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aServiceOwnerMayNot(Row row) {
        refused(row, DoorBed.TTD, row.who(), 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobodyMayNot(Row row) {
        refused(row, new Caller.Nobody(), row.who(), 401);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserWithoutTheRightMayNot(Row row) {
        bed.permissions.take("4001", Action.values());
        if (row.isList()) {
            assertThat(ask(row, row.user(), row.who()).body()).isEqualTo("[]");
        } else {
            refused(row, row.user(), row.who(), 403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserWhoMayOnlyReadSendsNothing(Row row) {
        bed.permissions.take("4001", Action.WRITE);
        if (row.isSending()) {
            refused(row, row.user(), row.who(), 403);
        } else {
            assertThat(ask(row, row.user(), row.who()).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserOfALowerLevelMayNot(Row row) {
        Caller.User lower = BrokerBed.user(row.whose() == Whose.SENDER ? 1 : 2, 0);
        if (row.isList()) {
            assertThat(ask(row, lower, row.who()).body()).isEqualTo("[]");
        } else {
            refused(row, lower, row.who(), 401);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aTokenNeedsTheScopeOfTheMethod(Row row) {
        String right = row.method().equals("GET") ? "read" : "write";
        String wrong = row.method().equals("GET") ? "write" : "read";

        refused(
                row,
                BrokerBed.scoped(
                        row.user(), "altinn:brokerservice." + wrong, "altinn:instances.read"),
                row.who(),
                401);
        assertThat(
                        ask(
                                        row,
                                        BrokerBed.scoped(
                                                row.user(), "altinn:brokerservice." + right),
                                        row.who())
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theScopeOfEndUsersIsEnough(Row row) {
        assertThat(ask(row, BrokerBed.scoped(row.user(), "altinn:enduser"), row.who()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withoutAKeyOrTheGrantNobodyMay(Row row) {
        DoorBed.Asked asked = asked(row, row.user(), row.who(), reference);

        assertThat(asked.without("ApiKey").answer().status()).isEqualTo(400);
        assertThat(asked.with("ApiKey", DoorBed.READER).answer().status()).isEqualTo(403);
        assertThat(bed.records()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFileThatIsNotThereIsNotFound(Row row) {
        if (row.isAboutAFile()) {
            for (String file : List.of(UNKNOWN, "1", "a1", reference + "0", "..%2F")) {
                assertThat(asked(row, row.user(), row.who(), file).answer().status())
                        .as(file)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void whetherThereAreFilesAKeyIsEnoughToAsk() {
        for (Caller caller : List.of(new Caller.Nobody(), BrokerBed.C, DoorBed.TTD)) {
            DoorBed.Answer answer = bed.as(caller).get(FOR_KEYS.path()).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("true");
        }
        DoorBed.Asked asked = bed.as(new Caller.Nobody()).get(FOR_KEYS.path());
        assertThat(asked.without("ApiKey").answer().status()).isEqualTo(400);
        assertThat(asked.with("ApiKey", DoorBed.READER).answer().status()).isEqualTo(403);
    }

    @Test
    void anEnterpriseUserActsForItsOrganisation() {
        Caller.User system =
                new Caller.User(
                        30000002,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of("310000002"),
                        3,
                        Optional.of(Set.of("altinn:brokerservice.read")));

        assertThat(bed.as(system).get("my/brokerservice/inbox/" + reference).answer().status())
                .isEqualTo(200);
    }
}
