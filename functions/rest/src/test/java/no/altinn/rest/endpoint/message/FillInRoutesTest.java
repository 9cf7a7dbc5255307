package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;

class FillInRoutesTest {
    private static final String FORMS = "my/messages/a1/forms";
    private static final String FILES = "my/messages/a1/attachments";
    private static final String GOOD = "<Skjema><navn>Åse</navn></Skjema>";
    private static final String SUB =
            "{\"Type\":\"SubForm\",\"DataFormatId\":\"5001\",\"DataFormatVersion\":40000,"
                    + "\"FormData\":\"<Underskjema><tekst>%s</tekst></Underskjema>\"}";

    private final BoxBed bed = new BoxBed();
    private final DoorBed door = bed.door;

    @BeforeEach
    void begin() {
        door.post("my/messages?complete=false", BoxBed.form("1001", GOOD)).answer();
    }

    private static String file(String name, byte[] bytes) {
        return "{\"FileName\":\"%s\",\"AttachmentType\":\"Vedlegg\",\"Data\":\"%s\"}"
                .formatted(name, Base64.getEncoder().encodeToString(bytes));
    }

    private JsonNode get(String path) {
        DoorBed.Answer answer = door.get(path).accepting("application/hal+json").answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Nested
    class Forms {
        @Test
        void aSubFormIsAddedChangedAndRemoved() {
            DoorBed.Answer added = door.post(FORMS, SUB.formatted("en")).answer();
            assertThat(added.status()).as(added.body()).isEqualTo(201);
            assertThat(added.header("Location"))
                    .isEqualTo("https://rest.example/api/my/messages/a1/forms/2");

            assertThat(get(FORMS + "/2"))
                    .isEqualTo(
                            Json.parse(
                                    """
                                    {"FormId":2,"Type":"SubForm","DataFormatId":"5001",
                                    "DataFormatVersion":40000,"_links":{"self":{"href":
                                    "https://rest.example/api/my/messages/a1/forms/2"},
                                    "formdata":{"href":
                                    "https://rest.example/api/my/messages/a1/forms/2/formdata",
                                    "mime-type":"application/xml"}}}"""));
            assertThat(door.put(FORMS + "/2", SUB.formatted("to")).answer().status())
                    .isEqualTo(204);
            assertThat(door.get(FORMS + "/2/formdata").answer().body())
                    .isEqualTo("<Underskjema><tekst>to</tekst></Underskjema>");
            assertThat(door.delete(FORMS + "/2").answer().status()).isEqualTo(204);
            assertThat(door.get(FORMS + "/2").answer().status()).isEqualTo(404);
            assertThat(get(FORMS).at("/_embedded/forms")).hasSize(1);
        }

        @Test
        void theBodyIsReadBeforeTheMessageIsLookedFor() {
            assertThat(door.post("my/messages/x/forms", "{").answer().status()).isEqualTo(400);
        }

        @Test
        void anIdIsNotGivenTwice() {
            door.post(FORMS, SUB.formatted("en")).answer();
            door.delete(FORMS + "/2").answer();

            assertThat(door.post(FORMS, SUB.formatted("to")).answer().header("Location"))
                    .endsWith("/forms/3");
        }

        @Test
        void theMainFormIsNeitherAddedNorRemoved() {
            String main = SUB.formatted("x").replace("SubForm", "MainForm").replace("5001", "5000");

            assertThat(door.post(FORMS, main).answer().status()).isEqualTo(400);
            assertThat(door.delete(FORMS + "/1").answer().status()).isEqualTo(403);
            assertThat(door.put(FORMS + "/1", SUB.formatted("x")).answer().status()).isEqualTo(400);
            assertThat(door.put(FORMS + "/1", main).answer().status()).isEqualTo(204);
        }

        @Test
        void theXmlItselfIsPut() {
            DoorBed.Answer answer =
                    door.ask("PUT", FORMS + "/1/formdata")
                            .with("Content-Type", "application/xml; charset=utf-8")
                            .sending("<Skjema><navn>Bø</navn></Skjema>")
                            .answer();

            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            DoorBed.Answer xml =
                    door.get(FORMS + "/1/formdata").accepting("application/json").answer();
            assertThat(xml.body()).isEqualTo("<Skjema><navn>Bø</navn></Skjema>");
            assertThat(xml.header("Content-Type")).startsWith("application/xml");
            assertThat(xml.header("Content-Security-Policy")).contains("sandbox");
        }

        @ParameterizedTest
        @CsvSource({
            "application/json,<a/>,415",
            "application/xml,<a>,400",
            "text/xml,'',400",
            "text/xml,<!DOCTYPE a []><a/>,400"
        })
        void whatIsNoXmlIsNotPut(String type, String body, int status) {
            assertThat(
                            door.ask("PUT", FORMS + "/1/formdata")
                                    .with("Content-Type", type)
                                    .sending(body)
                                    .answer()
                                    .status())
                    .isEqualTo(status);
        }

        @Test
        void aMessageHasABoundForItsForms() {
            IntStream.range(1, 50).forEach(i -> door.post(FORMS, SUB.formatted(i)).answer());

            DoorBed.Answer answer = door.post(FORMS, SUB.formatted("51")).answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason()).isEqualTo("A message has up to 50 forms");
        }

        @Test
        void aFormIsPrintedByItself() {
            assertThat(door.get(FORMS + "/1/print").answer().header("Content-Type"))
                    .isEqualTo("application/pdf");
        }

        @Test
        void subFormsOfASentFormStay() {
            door.put("my/messages/a1?sign=false", "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1}")
                    .answer();

            assertThat(door.post(FORMS, SUB.formatted("x")).answer().status()).isEqualTo(403);
            assertThat(door.delete(FORMS + "/1").answer().status()).isEqualTo(403);
        }
    }

    @Nested
    class Attachments {
        @Test
        void anAttachmentThatIsPostedUnderAnIdGetsOneOfItsOwn() {
            DoorBed.Answer added = door.post(FILES + "/7", file("a.txt", new byte[] {1})).answer();

            assertThat(added.status()).as(added.body()).isEqualTo(201);
            assertThat(added.header("Location"))
                    .isEqualTo("https://rest.example/api/my/messages/a1/attachments/2");
        }

        @Test
        void anAttachmentIsAddedFetchedAndRemoved() {
            DoorBed.Answer added =
                    door.post(FILES, file("søknad 1.txt", "hei".getBytes(StandardCharsets.UTF_8)))
                            .answer();

            assertThat(added.status()).as(added.body()).isEqualTo(201);
            assertThat(added.header("Location"))
                    .isEqualTo("https://rest.example/api/my/messages/a1/attachments/2");
            assertThat(get(FILES).at("/_embedded/attachments/0"))
                    .isEqualTo(
                            Json.parse(
                                    """
                                    {"FileName":"søknad 1.txt","Name":"søknad 1",
                                    "AttachmentType":"Vedlegg","FileSize":3,"_links":{"self":{
                                    "href":
                                    "https://rest.example/api/my/messages/a1/attachments/2"}}}"""));
            DoorBed.Answer fetched = door.get(FILES + "/2").answer();
            assertThat(fetched.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
            assertThat(fetched.header("Content-Disposition"))
                    .isEqualTo("attachment; filename*=UTF-8''s%C3%B8knad%201.txt");
            assertThat(bed.fetched(fetched)).isEqualTo("hei".getBytes(StandardCharsets.UTF_8));
            assertThat(door.delete(FILES + "/2").answer().status()).isEqualTo(204);
            assertThat(door.get(FILES + "/2").answer().status()).isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource({
            "a.exe,Vedlegg,YQ==,.pdf",
            "a.pdf,Annet,YQ==,AttachmentType",
            "a.pdf,Vedlegg,=,Base64",
            "a.pdf,Vedlegg,'',Data",
            "a/b.pdf,Vedlegg,YQ==,FileName",
            "'',Vedlegg,YQ==,FileName",
        })
        void anAttachmentThatBreaksARuleIsRefused(
                String name, String type, String data, String told) {
            DoorBed.Answer answer =
                    door.post(
                                    FILES,
                                    Json.object()
                                            .put("FileName", name)
                                            .put("AttachmentType", type)
                                            .put("Data", data)
                                            .toString())
                            .answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains(told);
        }

        @Test
        void moreAttachmentsThanTheRuleSaysAreRefused() {
            for (int i = 0; i < 5; i++) {
                assertThat(door.post(FILES, file("a" + i + ".pdf", new byte[1])).answer().status())
                        .isEqualTo(201);
            }

            DoorBed.Answer answer = door.post(FILES, file("b.pdf", new byte[1])).answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason()).contains("up to 5 attachments");
        }

        @Test
        void aRequestOfMoreThanThirtyMebibytesIsTooLarge() {
            DoorBed.Answer answer =
                    door.post(FILES, "{}")
                            .with("Content-Length", Integer.toString((30 << 20) + 1))
                            .answer();

            assertThat(answer.status()).isEqualTo(413);
        }

        private static final String STREAMED =
                FILES + "/streamedattachment?fileName=s%C3%B8knad.pdf";

        private DoorBed.Answer announce(String path, long length) {
            return door.ask("POST", path)
                    .with("X-Transfer", "begin")
                    .with("X-Transfer-Length", Long.toString(length))
                    .answer();
        }

        private DoorBed.Answer commit(String path, DoorBed.Answer begun, byte[] bytes) {
            bed.memory.put(URI.create(begun.header("X-Transfer-To")), bytes);
            return door.ask("POST", path)
                    .with("X-Transfer", "commit")
                    .with("X-Transfer-Length", Integer.toString(bytes.length))
                    .with("X-Transfer-File", begun.header("X-Transfer-File"))
                    .answer();
        }

        @Test
        void aFileThatTheFrontStreamsIsAttached() {
            byte[] bytes = {1, 2, 3};

            DoorBed.Answer added = commit(STREAMED, announce(STREAMED, 3), bytes);

            assertThat(added.status()).as(added.body()).isEqualTo(201);
            assertThat(added.header("Location"))
                    .isEqualTo("https://rest.example/api/my/messages/a1/attachments/2");
            assertThat(get(FILES).at("/_embedded/attachments/0/FileName").textValue())
                    .isEqualTo("søknad.pdf");
            assertThat(get(FILES).at("/_embedded/attachments/0/AttachmentType").textValue())
                    .isEqualTo("Vedlegg");
            assertThat(get(FILES).at("/_embedded/attachments/0/FileSize").intValue()).isEqualTo(3);
            assertThat(bed.fetched(door.get(FILES + "/2").answer())).isEqualTo(bytes);
            bed.clock.advance(Duration.ofDays(300));
            assertThat(bed.fetched(door.get(FILES + "/2").answer())).isEqualTo(bytes);
        }

        @ParameterizedTest
        @CsvSource({
            "?fileName=a.exe,5,400,.pdf",
            "?fileName=a.pdf&attachmentType=Annet,5,400,AttachmentType",
            "?fileName=a%2Fb.pdf,5,400,FileName",
            "?attachmentType=Vedlegg,5,400,fileName",
            "?fileName=a.pdf,0,400,empty",
            "?fileName=a.pdf,31457281,400,30 MB",
            "?fileName=a.pdf,209715201,413,209715200",
        })
        void aFileThatBreaksARuleIsRefusedBeforeItComes(
                String query, long length, int status, String told) {
            DoorBed.Answer answer = announce(FILES + "/streamedattachment" + query, length);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).contains(told);
            assertThat(answer.header("X-Transfer-To")).isEmpty();
        }

        @Test
        void theLastOfThoseThatTheRuleAllowsIsTakenOnce() {
            for (int i = 0; i < 4; i++) {
                door.post(FILES, file("a" + i + ".pdf", new byte[1])).answer();
            }
            DoorBed.Answer first = announce(STREAMED, 1);
            DoorBed.Answer second = announce(STREAMED, 1);

            assertThat(commit(STREAMED, first, new byte[1]).status()).isEqualTo(201);
            assertThat(commit(STREAMED, second, new byte[1]).reason())
                    .contains("up to 5 attachments");
            assertThat(announce(STREAMED, 1).reason()).contains("up to 5 attachments");
            assertThat(bed.memory.read(second.header("X-Transfer-File"))).isEmpty();
        }

        @Test
        void aFileOfAMessageThatWasSentMeanwhileIsRefused() {
            DoorBed.Answer begun = announce(STREAMED, 1);
            door.put("my/messages/a1?sign=false", "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1}")
                    .answer();

            assertThat(commit(STREAMED, begun, new byte[1]).status()).isEqualTo(403);
            assertThat(bed.memory.read(begun.header("X-Transfer-File"))).isEmpty();
        }

        @Test
        void aFileOfAMessageThatWasDeletedMeanwhileIsToldSo() {
            DoorBed.Answer begun = announce(STREAMED, 1);
            door.delete("my/messages/a1").answer();

            DoorBed.Answer late = commit(STREAMED, begun, new byte[1]);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.reason()).isEqualTo("The message has been deleted");
            assertThat(bed.memory.read(begun.header("X-Transfer-File"))).isEmpty();
            assertThat(announce(STREAMED, 1).status()).isEqualTo(409);
            assertThat(door.post(FILES, file("a.pdf", new byte[1])).answer().status())
                    .isEqualTo(409);
            assertThat(
                            door.put(
                                            "my/messages/a1",
                                            "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1}")
                                    .answer()
                                    .reason())
                    .isEqualTo("The message has been deleted");
        }

        @Test
        void attachmentsOfASentFormStay() {
            door.post(FILES, file("a.pdf", new byte[1])).answer();
            door.put("my/messages/a1", "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1}").answer();

            assertThat(
                            door.post("my/messages/b1/attachments", file("b.pdf", new byte[1]))
                                    .answer()
                                    .status())
                    .isEqualTo(403);
            assertThat(door.delete("my/messages/b1/attachments/2").answer().status())
                    .isEqualTo(403);
            assertThat(door.get("my/messages/b1/attachments/2").answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, forms",
        "PUT, forms/2",
        "DELETE, forms/2",
        "PUT, forms/2/formdata",
        "POST, attachments",
        "POST, attachments/3",
        "DELETE, attachments/3"
    })
    void whatIsInTheBinStaysAsItIs(String method, String part) {
        door.post(FORMS, SUB.formatted("en")).answer();
        door.post(FILES, file("a.pdf", new byte[1])).answer();
        door.delete("my/messages/a1").answer();

        DoorBed.Answer answer =
                door.ask(method, "my/messages/a1/" + part)
                        .with(
                                "Content-Type",
                                part.endsWith("data") ? "text/xml" : "application/json")
                        .sending(body(part))
                        .answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.reason()).isEqualTo("The message has been deleted");
    }

    private static String body(String part) {
        if (part.endsWith("data")) {
            return "<Underskjema><tekst>to</tekst></Underskjema>";
        }
        return part.startsWith("forms") ? SUB.formatted("to") : file("b.pdf", new byte[1]);
    }
}
