package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.Messages;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;

class SubmitRoutesTest {
    private static final String BOX = "https://rest.example/api/my/messages/";
    private static final String GOOD = "<Skjema><navn>Åse</navn></Skjema>";
    private static final String BAD = "<Skjema><feil>1</feil></Skjema>";
    private static final String NO_FORMS =
            "{\"Type\":\"FormTask\",\"ServiceCode\":\"%s\",\"ServiceEdition\":1%s}";

    private final BoxBed bed = new BoxBed();
    private final DoorBed door = bed.door;

    private DoorBed.Answer submit(String query, String body) {
        return door.post("my/messages" + query, body).answer();
    }

    private DoorBed.Answer put(String path, String body) {
        return door.put("my/messages/" + path, body).answer();
    }

    private String status(String id) {
        return message(id).path("Status").textValue();
    }

    private JsonNode message(String id) {
        DoorBed.Answer answer =
                door.get("my/messages/" + id).accepting("application/hal+json").answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Nested
    class Submitting {
        @Test
        void aFormIsSentInAndArchived() {
            DoorBed.Answer answer = submit("", BoxBed.form("1001", GOOD));

            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo(BOX + "b1");
            JsonNode message = message("b1");
            assertThat(message.path("Status").textValue()).isEqualTo("Sendt og arkivert");
            assertThat(message.path("Subject").textValue()).isEqualTo("Skjema 1001");
            assertThat(message.path("LastChangedBy").textValue()).isEqualTo("A Nordmann");
            assertThat(message.at("/_links/form"))
                    .isEqualTo(
                            Json.parse(
                                    "[{\"href\":\""
                                            + BOX
                                            + "b1/forms/1\",\"name\":\"Hovedskjema\"}]"));
            assertThat(door.get("my/messages/b1/forms/1/formdata").answer().body()).isEqualTo(GOOD);
        }

        @ParameterizedTest
        @CsvSource({
            "1001,?complete=false,a1,Utfylling",
            "1001,?complete=false&sign=true,a1,Utfylling",
            "1001,?sign=false,a1,Signering",
            "1003,?sign=false,a1,Signering",
            "1003,'',a1,Betaling",
            "1001,?complete=true&sign=true,b1,Sendt og arkivert",
            "1001,?COMPLETE=FALSE,a1,Utfylling",
        })
        void aFormGoesAsFarAsTheFlagsSay(String service, String query, String id, String status) {
            DoorBed.Answer answer = submit(query, BoxBed.form(service, GOOD));

            assertThat(answer.header("Location")).isEqualTo(BOX + id);
            assertThat(status(id)).isEqualTo(status);
        }

        @Test
        void aFormWithFaultsIsRefusedWithAllOfThem() {
            DoorBed.Answer answer = submit("", BoxBed.form("1001", BAD));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason())
                    .isEqualTo("Form validation failed, see the attached validation details");
            JsonNode validation = Json.parse(answer.body());
            assertThat(validation.path("Success").booleanValue()).isFalse();
            assertThat(validation.at("/ValidationErrors/0/FieldName").textValue())
                    .isEqualTo("feil");
            assertThat(validation.at("/ValidationErrors/0/FieldXPath").textValue())
                    .isEqualTo("/Skjema/feil");
            assertThat(validation.path("ValidationWarnings")).isEmpty();
            assertThat(door.get("my/messages").answer().body()).isEqualTo("[]");
        }

        @Test
        void aFormWithFaultsMayWaitAtUtfylling() {
            assertThat(submit("?complete=false", BoxBed.form("1001", BAD)).status()).isEqualTo(201);

            JsonNode validation = Json.parse(door.get("my/messages/a1/validate").answer().body());

            assertThat(validation.path("Success").booleanValue()).isFalse();
        }

        @Test
        void noFormsMakeAnEmptyMainFormAtUtfylling() {
            assertThat(submit("?complete=false", NO_FORMS.formatted("1001", "")).status())
                    .isEqualTo(201);
            assertThat(
                            submit(
                                            "?complete=false",
                                            NO_FORMS.formatted("1001", ",\"_embedded\":{}"))
                                    .status())
                    .isEqualTo(201);

            assertThat(message("a2").at("/_embedded/forms/0/Type").textValue())
                    .isEqualTo("MainForm");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1}",
                    "{\"ServiceCode\":\"1001\"}",
                    "{\"ServiceEdition\":1}",
                    "{\"Type\":\"Correspondence\",\"ServiceCode\":\"1001\",\"ServiceEdition\":1}",
                    "{\"ServiceCode\":\"2001\",\"ServiceEdition\":1}",
                    "{\"ServiceCode\":\"9999\",\"ServiceEdition\":1}",
                    "{\"ServiceCode\":\"1001\",\"ServiceEdition\":2}",
                    "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1,\"forms\":[{\"Type\":\"X\"}]}",
                    "[]",
                    "{"
                })
        void aBodyThatIsNoFormIsRefused(String body) {
            DoorBed.Answer answer = submit("", body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason()).isNotBlank();
        }

        @ParameterizedTest
        @CsvSource({
            "'\"DataFormatVersion\":\"40000\"','\"DataFormatVersion\":\"40001\"'",
            "'\"DataFormatId\":\"5000\"','\"DataFormatId\":\"5009\"'",
            "MainForm,SubForm",
            "'\"Type\":\"MainForm\",',''",
        })
        void aFormThatIsNotTheServicesIsRefused(String good, String other) {
            String body = BoxBed.form("1001", GOOD).replace(good, other);

            assertThat(submit("?complete=false", body).status()).isEqualTo(400);
        }

        @Test
        void twoMainFormsAreRefused() {
            String main =
                    "{\"Type\":\"MainForm\",\"DataFormatId\":\"5000\","
                            + "\"DataFormatVersion\":40000,\"FormData\":\"<Skjema/>\"}";

            assertThat(
                            submit(
                                            "?complete=false",
                                            NO_FORMS.formatted(
                                                    "1001",
                                                    ",\"forms\":[" + main + "," + main + "]"))
                                    .reason())
                    .contains("exactly one MainForm");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE Skjema []><Skjema><navn>x</navn></Skjema>",
                    "<Skjema>",
                    "nothing"
                })
        void formDataThatAreNoXmlAreRefusedAtUtfyllingToo(String xml) {
            assertThat(submit("?complete=false", BoxBed.form("1001", xml)).status()).isEqualTo(400);
        }

        @Test
        void aServiceThatIsNotInUseYetIsRefused() {
            bed.clock.set(Instant.parse("2019-12-31T00:00:00Z"));

            assertThat(submit("", BoxBed.form("1001", GOOD)).status()).isEqualTo(400);
        }

        @Test
        void signingNeedsARightOfItsOwn() {
            bed.permissions.take("1001", Action.SIGN);

            assertThat(submit("", BoxBed.form("1001", GOOD)).status()).isEqualTo(403);
            assertThat(submit("?sign=false", BoxBed.form("1001", GOOD)).status()).isEqualTo(201);
            assertThat(put("a1", NO_FORMS.formatted("1001", "")).status()).isEqualTo(403);
        }

        @Test
        void whoMayOnlySignSignsWhatOthersFilledIn() {
            submit("?sign=false", BoxBed.form("1001", GOOD));
            bed.permissions.take("1001", Action.WRITE);

            assertThat(put("a1", BoxBed.form("1001", GOOD)).status()).isEqualTo(403);
            assertThat(put("a1", NO_FORMS.formatted("1001", "")).status()).isEqualTo(204);
        }

        @Test
        void aBoxHasABoundForFormsThatAreNotSentIn() {
            String body = NO_FORMS.formatted("1001", "");
            IntStream.range(0, Messages.MOST_OPEN_FORMS)
                    .forEach(i -> submit("?complete=false", body));

            DoorBed.Answer answer = submit("?complete=false", body);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.reason()).contains("1000 forms");
            assertThat(submit("", BoxBed.form("1001", GOOD)).status()).isEqualTo(201);
            assertThat(door.delete("my/messages/a1").answer().status()).isEqualTo(204);
            assertThat(submit("?complete=false", body).status()).isEqualTo(201);
        }

        @Test
        void aLongFormIsKeptInAFileAndReadBack() {
            String xml = "<Skjema><navn>" + "å".repeat(200_000) + "</navn></Skjema>";

            assertThat(submit("", BoxBed.form("1001", xml)).status()).isEqualTo(201);

            assertThat(door.get("my/messages/b1/forms/1/formdata").answer().body()).isEqualTo(xml);
        }
    }

    @Nested
    class Replacing {
        @Test
        void aFormIsFilledInAndSentIn() {
            submit("?complete=false", NO_FORMS.formatted("1001", ""));

            assertThat(put("a1", NO_FORMS.formatted("1001", "")).status()).isEqualTo(400);
            assertThat(put("a1?complete=false", BoxBed.form("1001", GOOD)).status()).isEqualTo(204);
            DoorBed.Answer answer = put("a1", NO_FORMS.formatted("1001", ""));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Location")).isEqualTo(BOX + "b1");
            assertThat(status("b1")).isEqualTo("Sendt og arkivert");
        }

        @Test
        void whatIsPutTakesThePlaceOfAll() {
            submit(
                    "?complete=false",
                    BoxBed.form("1001", GOOD)
                            .replace(
                                    "\"attachments\":[]",
                                    "\"attachments\":[{\"FileName\":\"a.txt\",\"Data\":\"YQ==\"}]"));

            DoorBed.Answer answer = put("a1?complete=false", BoxBed.form("1001", BAD));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Location")).isEmpty();
            JsonNode message = message("a1");
            assertThat(message.at("/_embedded/attachments")).isEmpty();
            assertThat(message.at("/_embedded/forms")).hasSize(1);
        }

        @Test
        void whatWasReadIsNotPutBackWithoutItsFormData() {
            submit("?complete=false", BoxBed.form("1001", GOOD));

            DoorBed.Answer answer = put("a1?complete=false", message("a1").toString());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("FormData", "Leave the list out");
            assertThat(door.get("my/messages/a1/forms/1/formdata").answer().body()).isEqualTo(GOOD);
        }

        @Test
        void aFormAtSigningMayGoBackToUtfylling() {
            submit("?sign=false", BoxBed.form("1001", GOOD));

            put("a1?complete=false", BoxBed.form("1001", BAD));

            assertThat(status("a1")).isEqualTo("Utfylling");
        }

        @Test
        void anArchivedFormIsNotChanged() {
            submit("", BoxBed.form("1001", GOOD));

            assertThat(put("b1", BoxBed.form("1001", GOOD)).status()).isEqualTo(403);
        }

        @Test
        void aFormThatIsPaidForNextIsNotChanged() {
            submit("", BoxBed.form("1003", GOOD));

            assertThat(put("a1", BoxBed.form("1003", GOOD)).status()).isEqualTo(403);
        }

        @Test
        void aLetterIsNotFilledIn() {
            bed.send("Hei");

            assertThat(put("a1", BoxBed.form("1001", GOOD)).status()).isEqualTo(403);
        }

        @Test
        void anotherServiceIsRefused() {
            submit("?complete=false", BoxBed.form("1001", GOOD));

            assertThat(put("a1", BoxBed.form("1003", GOOD)).status()).isEqualTo(400);
        }

        @Test
        void anotherStateThanTheKnownOneIsRefused() {
            submit("?complete=false", BoxBed.form("1001", GOOD));
            String tag = door.get("my/messages/a1").answer().header("ETag");
            bed.clock.advance(Duration.ofSeconds(1));
            put("a1?complete=false", BoxBed.form("1001", BAD));

            assertThat(
                            door.put("my/messages/a1?complete=false", BoxBed.form("1001", GOOD))
                                    .with("If-Match", tag)
                                    .answer()
                                    .status())
                    .isEqualTo(412);
        }
    }

    @Nested
    class Signing {
        private String spec(String inner) {
            return NO_FORMS.formatted("1001", ",\"_embedded\":{\"SignatureSpec\":{" + inner + "}}");
        }

        @Test
        void aSignedFormIsArchived() {
            submit("?sign=false", BoxBed.form("1001", GOOD));
            assertThat(message("a1").at("/_links/signingtext/href").textValue())
                    .isEqualTo(BOX + "a1/signingtext");
            assertThat(door.get("my/messages/a1/signingtext").answer().body())
                    .contains("Skjema 1001");

            DoorBed.Answer answer = put("a1", spec("\"FormIds\":[1],\"AttachmentIds\":[]"));

            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            assertThat(answer.header("Location")).isEqualTo(BOX + "b1");
            assertThat(door.get("my/messages/b1/signingtext").answer().status()).isEqualTo(404);
        }

        @Test
        void aFormThatIsPaidForWaitsAtBetaling() {
            submit("?sign=false", BoxBed.form("1003", GOOD));

            assertThat(put("a1", NO_FORMS.formatted("1003", "")).header("Location")).isEmpty();

            assertThat(status("a1")).isEqualTo("Betaling");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"FormIds\":[9]",
                    "\"FormIds\":[]",
                    "\"AttachmentIds\":[1]",
                    "\"FormIds\":[\"x\"]",
                    "\"FormIds\":{}"
                })
        void aSpecOfSomethingElseIsRefused(String inner) {
            submit("?sign=false", BoxBed.form("1001", GOOD));

            assertThat(put("a1", spec(inner)).status()).isEqualTo(400);
            assertThat(status("a1")).isEqualTo("Signering");
        }
    }

    @Test
    void attachmentsComeInTheBody() {
        String data = Base64.getEncoder().encodeToString("hei på deg".getBytes(UTF_8));
        String body =
                BoxBed.form("1001", GOOD)
                        .replace(
                                "\"attachments\":[]",
                                ("\"attachments\":[{\"FileName\":\"brev.txt\","
                                                + "\"AttachmentType\":\"Vedlegg\",\"Data\":\"%s\"}]")
                                        .formatted(data));

        assertThat(submit("", body).status()).isEqualTo(201);

        assertThat(message("b1").at("/_links/attachment"))
                .isEqualTo(
                        Json.parse(
                                """
                                [{"href":"https://rest.example/api/my/messages/b1/attachments/2",
                                "name":"brev","fileName":"brev.txt","encrypted":false,
                                "signinglocked":false,"signedbydefault":true,"filesize":11}]"""));
    }
}
