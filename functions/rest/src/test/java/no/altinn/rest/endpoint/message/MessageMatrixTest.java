package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.app.MessageBox;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.correspondence.Letter;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.MessageId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every route of the message box, asked by every kind of caller. */
class MessageMatrixTest {
    private static final String XML = "<Skjema><navn>Å</navn></Skjema>";
    private static final String SUB =
            "{\"Type\":\"SubForm\",\"DataFormatId\":\"5001\",\"DataFormatVersion\":40000,"
                    + "\"FormData\":\"<Underskjema><tekst>x</tekst></Underskjema>\"}";
    private static final String FILE =
            "{\"FileName\":\"a.txt\",\"Data\":\"%s\"}"
                    .formatted(Base64.getEncoder().encodeToString(new byte[] {1}));

    /** What is asked of it here is the question before the file. */
    private static final String STREAMED = "/{id}/attachments/streamedattachment";

    private static final Caller.User ANOTHER =
            new Caller.User(
                    20000002,
                    OptionalInt.of(51000009),
                    Optional.of("02909012346"),
                    Optional.empty(),
                    4,
                    Optional.empty());

    /**
     * A route as it is asked. In the box: a1 a letter, a2 a letter to confirm, a3 a form at
     * Utfylling with a sub-form 2 and an attachment 3, a4 a form at Signering; all of level 3.
     */
    private record Row(String method, String template, String path, String body, int status) {
        boolean isList() {
            return (template.isEmpty() && method.equals("GET")) || template.equals("/trashbin");
        }

        @Override
        public String toString() {
            return method + " {who}/messages" + template;
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(
                new Row("GET", "", "", "", 200),
                new Row("GET", "/trashbin", "/trashbin", "", 200),
                new Row("POST", "", "", BoxBed.form("1002", XML), 201),
                new Row("GET", "/{id}", "/a1", "", 200),
                new Row("PUT", "/{id}", "/a3", BoxBed.form("1002", XML), 204),
                new Row("DELETE", "/{id}", "/a1", "", 204),
                new Row("PUT", "/{id}/archive", "/a1/archive", "", 204),
                new Row("PUT", "/{id}/confirm", "/a2/confirm", "", 204),
                new Row("GET", "/{id}/reads", "/a1/reads", "", 200),
                new Row("GET", "/{id}/print", "/a1/print", "", 200),
                new Row("GET", "/{id}/signingtext", "/a4/signingtext", "", 200),
                new Row("GET", "/{id}/custommessagedata", "/a1/custommessagedata", "", 200),
                new Row("GET", "/{id}/validate", "/a3/validate", "", 200),
                new Row("GET", "/{id}/forms", "/a3/forms", "", 200),
                new Row("POST", "/{id}/forms", "/a3/forms", SUB, 201),
                new Row("GET", "/{id}/forms/{fid}", "/a3/forms/1", "", 200),
                new Row("PUT", "/{id}/forms/{fid}", "/a3/forms/2", SUB, 204),
                new Row("DELETE", "/{id}/forms/{fid}", "/a3/forms/2", "", 204),
                new Row("GET", "/{id}/forms/{fid}/formdata", "/a3/forms/1/formdata", "", 200),
                new Row("PUT", "/{id}/forms/{fid}/formdata", "/a3/forms/1/formdata", XML, 204),
                new Row("GET", "/{id}/forms/{fid}/print", "/a3/forms/1/print", "", 200),
                new Row("GET", "/{id}/attachments", "/a3/attachments", "", 200),
                new Row("POST", "/{id}/attachments", "/a3/attachments", FILE, 201),
                new Row("POST", "/{id}/attachments/{aid}", "/a3/attachments/7", FILE, 201),
                new Row(
                        "POST",
                        STREAMED,
                        "/a3/attachments/streamedattachment?fileName=a.txt",
                        "",
                        200),
                new Row("GET", "/{id}/attachments/{aid}", "/a3/attachments/3", "", 200),
                new Row("DELETE", "/{id}/attachments/{aid}", "/a3/attachments/3", "", 204));
    }

    private final BoxBed bed = boxWithAll();

    private static BoxBed boxWithAll() {
        BoxBed bed = new BoxBed();
        Letter letter = BoxBed.letter("01909012345", "2002", "Hei", false);
        bed.correspondences.send(
                List.of("ttd"),
                new Letter(
                        letter.reportee(),
                        letter.service(),
                        letter.subject(),
                        letter.summary(),
                        letter.body(),
                        letter.sender(),
                        false,
                        letter.due(),
                        letter.replies(),
                        "{\"a\":1}",
                        letter.enclosures()));
        bed.send("2002", "Bekreft", true);
        bed.door.post("my/messages?complete=false", BoxBed.form("1002", XML)).answer();
        bed.door.post("my/messages/a3/forms", SUB).answer();
        bed.door.post("my/messages/a3/attachments", FILE).answer();
        bed.door.post("my/messages?sign=false", BoxBed.form("1002", XML)).answer();
        return bed;
    }

    private DoorBed.Answer ask(Row row, Caller caller, String box) {
        DoorBed.Asked asked = announced(row, bed.door.calledBy(caller), box);
        return row.body().isEmpty()
                ? asked.answer()
                : asked.with(
                                "Content-Type",
                                row.body().startsWith("<") ? "application/xml" : "application/json")
                        .sending(row.body())
                        .answer();
    }

    private static DoorBed.Asked announced(Row row, DoorBed door, String box) {
        DoorBed.Asked asked = door.ask(row.method(), box + row.path());
        return row.template().equals(STREAMED)
                ? asked.with("X-Transfer", "begin").with("X-Transfer-Length", "3")
                : asked;
    }

    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        for (long number = 1; number <= 6; number++) {
            state.add(bed.messages.find(50000001, new MessageId(false, number)));
            state.add(bed.messages.find(50000001, new MessageId(true, number)));
            state.add(bed.messages.find(51000009, new MessageId(false, number)));
        }
        return state;
    }

    private void refused(Row row, Caller caller, String box, int status) {
        List<Object> before = state();

        assertThat(ask(row, caller, box).status()).isEqualTo(status);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void everyRouteStandsInTheMatrix() {
        MessageBox app =
                new MessageBox(
                        new MessageBox.Needs(
                                bed.store,
                                bed.memory,
                                bed.memory,
                                bed.permissions,
                                bed.services,
                                bed.reportees,
                                () -> 1,
                                bed.clock));
        Set<String> asked =
                rows().flatMap(
                                row ->
                                        Stream.of("messages", "messagebox")
                                                .map(
                                                        noun ->
                                                                row.toString()
                                                                        .replace("messages", noun)))
                        .collect(Collectors.toSet());

        assertThat(
                        app.routes().stream()
                                .flatMap(routes -> routes.routes().stream())
                                .map(route -> route.method() + " " + route.template())
                                .filter(route -> !route.contains("serviceowner")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerMay(Row row) {
        assertThat(ask(row, DoorBed.A, "my/messages").status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerMayUnderTheOtherNames(Row row) {
        assertThat(ask(row, DoorBed.A, "r50000001/messagebox").status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anotherUserMayNotInTheOwnersBox(Row row) {
        refused(row, ANOTHER, "r50000001/messages", 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSameIdInAnotherBoxIsAnotherMessage(Row row) {
        if (row.template().contains("{id}")) {
            refused(row, ANOTHER, "my/messages", 404);
            refused(row, DoorBed.A, "310000001/messages", 404);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anOrganisationMayNot(Row row) {
        refused(row, DoorBed.TTD, "r50000001/messages", 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobodyMayNot(Row row) {
        refused(row, new Caller.Nobody(), "r50000001/messages", 401);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserWithoutTheRightMayNot(Row row) {
        bed.permissions.take("1002", Action.values());
        bed.permissions.take("2002", Action.values());
        if (row.isList()) {
            assertThat(ask(row, DoorBed.A, "my/messages").body()).isEqualTo("[]");
        } else {
            refused(row, DoorBed.A, "my/messages", 403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserWhoMayOnlyReadChangesNothing(Row row) {
        bed.permissions.take("1002", Action.WRITE, Action.SIGN, Action.ARCHIVE_DELETE);
        bed.permissions.take("2002", Action.WRITE, Action.SIGN, Action.ARCHIVE_DELETE);
        boolean isReading = row.method().equals("GET");
        // To receive a letter is a reader's business: to confirm it, and to put it away.
        boolean isReceiving = row.path().endsWith("/archive") || row.path().endsWith("/confirm");
        if (isReading || isReceiving) {
            assertThat(ask(row, DoorBed.A, "my/messages").status()).isEqualTo(row.status());
        } else {
            refused(row, DoorBed.A, "my/messages", 403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserOfALowerLevelMayNot(Row row) {
        if (row.isList()) {
            assertThat(ask(row, BoxBed.atLevel(2), "my/messages").body())
                    .doesNotContain("Summary", "Kort sagt");
        } else {
            refused(row, BoxBed.atLevel(2), "my/messages", 401);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aTokenWithAnotherScopeMayNot(Row row) {
        Caller.User scoped =
                new Caller.User(
                        DoorBed.A.userId(),
                        DoorBed.A.partyId(),
                        DoorBed.A.nationalNumber(),
                        Optional.empty(),
                        4,
                        Optional.of(Set.of("altinn:reportees", "altinn:instances.readx")));

        refused(row, scoped, "my/messages", 401);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aKeyThatMayOnlyReadWritesNothing(Row row) {
        DoorBed.Asked asked =
                announced(row, bed.door, "my/messages")
                        .with("ApiKey", DoorBed.READER)
                        .with("Content-Type", "application/json")
                        .sending(row.body());
        int status = row.method().equals("GET") ? row.status() : 403;

        assertThat(asked.answer().status()).isEqualTo(status);
    }
}
