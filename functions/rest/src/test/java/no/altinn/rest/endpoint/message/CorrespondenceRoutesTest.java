package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.access.Caller;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.Set;

class CorrespondenceRoutesTest {
    private static final String PATH = "serviceowner/correspondences";

    private final BoxBed bed = new BoxBed();

    private static ObjectNode letter() {
        return (ObjectNode)
                Json.parse(
                        """
                        {"Reportee":"310000001","ServiceCode":"2001","ServiceEdition":1,
                        "Subject":"Vedtak","Summary":"Kort","Body":"<p>Hei</p>"}""");
    }

    private DoorBed.Answer send(Caller caller, JsonNode body) {
        return bed.door.calledBy(caller).post(PATH, body.toString()).answer();
    }

    private JsonNode read(String path) {
        return Json.parse(bed.door.get(path).accepting("application/hal+json").answer().body());
    }

    @Test
    void aLetterComesIntoTheReceiversBox() {
        DoorBed.Answer answer = send(DoorBed.TTD, letter());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo("https://rest.example/api/r51000001/messages/a1");
        assertThat(Json.parse(answer.body()).path("MessageId").textValue()).isEqualTo("a1");
        JsonNode message = read("310000001/messages/a1?markAsRead=false");
        assertThat(message.path("Subject").textValue()).isEqualTo("Vedtak");
        assertThat(message.path("Status").textValue()).isEqualTo("Ulest");
        assertThat(message.path("MessageSender").textValue()).isEqualTo("Testdepartementet");
    }

    @Test
    void whatASenderMayAddIsShown() {
        ObjectNode letter = letter().put("Reportee", "01909012345");
        letter.put("MessageSender", "Kontoret").put("RequiresConfirmation", true);
        letter.put("DueDate", "2026-02-01T12:00:00").put("CustomMessageData", "{\"a\":1}");
        letter.putArray("ReplyOptions")
                .addObject()
                .put("Type", "URL")
                .put("URL", "https://www.altinn.no/")
                .put("Text", "Svar her");
        letter.putArray("Attachments")
                .addObject()
                .put("FileName", "brev.pdf")
                .put("Name", "Brevet")
                .put("Data", "YQ==");

        assertThat(send(DoorBed.TTD, letter).status()).isEqualTo(201);

        JsonNode message = read("my/messages/a1");
        assertThat(message.path("MessageSender").textValue()).isEqualTo("Kontoret");
        assertThat(message.path("DueDate").textValue()).isEqualTo("2026-02-01T12:00:00");
        assertThat(message.path("ReplyOptions"))
                .isEqualTo(
                        Json.parse(
                                "[{\"Type\":\"URL\",\"URL\":\"https://www.altinn.no/\","
                                        + "\"Text\":\"Svar her\"}]"));
        assertThat(message.at("/_links/attachment/0/name").textValue()).isEqualTo("Brevet");
        assertThat(bed.door.get("my/messages/a1/custommessagedata").answer().body())
                .isEqualTo("{\"a\":1}");
        assertThat(bed.door.get("my/messages/a1/attachments/1").answer().header("Content-Type"))
                .isEqualTo("application/pdf");
        assertThat(bed.door.put("my/messages/a1/confirm", "").answer().status()).isEqualTo(204);
    }

    @Test
    void whatABrowserWouldRunIsNeitherStoredNorShown() {
        send(DoorBed.TTD, letter().put("Body", "<p onclick=\"a()\">Hei<script>a()</script></p>"));

        assertThat(read("310000001/messages/a1").path("Body").textValue()).isEqualTo("<p>Hei</p>");
    }

    @Test
    void anotherServiceOwnersServiceIsRefused() {
        assertThat(send(DoorBed.TTD, letter().put("ServiceCode", "2101")).status()).isEqualTo(403);
    }

    @Test
    void onlyServiceOwnersSend() {
        Caller organisation =
                new Caller.Organisation(
                        "310000001",
                        Optional.empty(),
                        3,
                        Optional.of(Set.of("altinn:serviceowner")));
        Caller scopeless =
                new Caller.Organisation(
                        "991825827", Optional.of("ttd"), 3, Optional.of(Set.of("altinn:enduser")));

        assertThat(send(organisation, letter()).status()).isEqualTo(403);
        assertThat(send(scopeless, letter()).status()).isEqualTo(401);
        assertThat(send(DoorBed.A, letter()).status()).isEqualTo(401);
        assertThat(send(new Caller.Nobody(), letter()).status()).isEqualTo(401);
        assertThat(bed.door.get("310000001/messages").answer().body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "Reportee,'',Reportee",
        "Reportee,310000777,Reportee",
        "Reportee,abc,Reportee",
        "ServiceCode,1001,Correspondence",
        "ServiceCode,9999,Correspondence",
        "ServiceEdition,x,ServiceEdition",
        "Subject,'',Subject",
        "DueDate,soon,DueDate",
        "CustomMessageData,{,CustomMessageData",
        "Subject,\uD83D,Subject",
    })
    void aLetterWithASlipIsRefusedAndTheSlipIsTold(String member, String value, String told) {
        DoorBed.Answer answer = send(DoorBed.TTD, letter().put(member, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    @ParameterizedTest
    @CsvSource({"Subject,255", "Summary,4000", "Body,100000", "MessageSender,255"})
    void aTextHasABound(String member, int longest) {
        assertThat(send(DoorBed.TTD, letter().put(member, "x".repeat(longest))).status())
                .isEqualTo(201);

        DoorBed.Answer answer = send(DoorBed.TTD, letter().put(member, "x".repeat(longest + 1)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason())
                .isEqualTo(
                        "The %s has %d characters; up to %d are taken"
                                .formatted(member, longest + 1, longest));
    }

    @Test
    void aReplyOptionThatABrowserWouldRunIsRefused() {
        ObjectNode letter = letter();
        letter.putArray("ReplyOptions")
                .addObject()
                .put("Type", "URL")
                .put("URL", "javascript:alert(1)");

        assertThat(send(DoorBed.TTD, letter).status()).isEqualTo(400);
    }

    @Test
    void aLetterHasABoundForItsAttachments() {
        ObjectNode letter = letter();
        for (int i = 0; i <= 50; i++) {
            letter.withArray("Attachments")
                    .addObject()
                    .put("FileName", "a" + i + ".txt")
                    .put("Data", "YQ==");
        }

        assertThat(send(DoorBed.TTD, letter).status()).isEqualTo(400);
    }

    @Test
    void aScopeOfItsOwnIsEnough() {
        Caller caller =
                new Caller.Organisation(
                        "991825827",
                        Optional.of("ttd"),
                        3,
                        Optional.of(Set.of("altinn:serviceowner/correspondences.write")));

        assertThat(send(caller, letter()).status()).isEqualTo(201);
    }
}
