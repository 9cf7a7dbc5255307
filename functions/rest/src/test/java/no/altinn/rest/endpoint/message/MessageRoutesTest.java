package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class MessageRoutesTest {
    private static final String HAL = "application/hal+json";

    private final BoxBed bed = new BoxBed();
    private final DoorBed door = bed.door;

    private JsonNode hal(String path) {
        DoorBed.Answer answer = door.get(path).accepting(HAL).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void aMessageTellsWhatItIsInEveryMember() {
        bed.send("Hei på deg");

        assertThat(hal("my/messages/a1?markAsRead=false"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"MessageId":"a1","Subject":"Hei på deg","Status":"Ulest",
                                "LastChangedDateTime":"2026-01-02T10:00:00.12",
                                "CreatedDate":"2026-01-02T10:00:00.12",
                                "LastChangedBy":"Testdepartementet",
                                "ServiceOwner":"Testdepartementet","Type":"Correspondence",
                                "MessageSender":"Testdepartementet","Summary":"Kort sagt",
                                "Body":"<p>Blåbærsyltetøy</p>","ServiceCode":"2001",
                                "ServiceEdition":1,"ReplyOptions":[],
                                "_links":{"self":{"href":"https://rest.example/api/my/messages/a1"},
                                "metadata":{"href":
                                "https://rest.example/api/metadata/correspondence/2001/1"},
                                "print":{"href":"https://rest.example/api/my/messages/a1/print",
                                "mime-type":"application/pdf"}},
                                "_embedded":{"attachments":[]}}"""));
    }

    @Test
    void aLookMakesALetterReadUnlessItAsksNotTo() {
        bed.send("Hei");

        assertThat(hal("my/messages/a1?markAsRead=false").path("Status").textValue())
                .isEqualTo("Ulest");
        assertThat(hal("my/messages/a1").path("Status").textValue()).isEqualTo("Lest");
        assertThat(hal("my/messages/a1?markAsRead=false&language=1033").path("Status").textValue())
                .isEqualTo("Read");
    }

    @Test
    void aBrowserWithoutAKeyMarksNothingRead() {
        bed.send("Hei");

        assertThat(
                        door.get("my/messages/a1")
                                .without("ApiKey")
                                .accepting("text/html")
                                .answer()
                                .status())
                .isEqualTo(200);

        assertThat(hal("my/messages").at("/_embedded/messages/0/Status").textValue())
                .isEqualTo("Ulest");
    }

    @Test
    void aLetterIsArchivedUnderAnIdOfItsOwn() {
        bed.send("Hei");

        DoorBed.Answer answer = door.put("my/messages/a1/archive", "").answer();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.reason()).isEqualTo("Message has been archived");
        assertThat(answer.header("Location")).isEqualTo("https://rest.example/api/my/messages/b1");
        assertThat(door.get("my/messages/a1").answer().status()).isEqualTo(404);
        JsonNode archived = hal("my/messages/b1");
        assertThat(archived.path("OriginalId").textValue()).isEqualTo("a1");
        assertThat(archived.path("Status").textValue()).isEqualTo("Arkivert");
        assertThat(archived.path("ArchiveReference").textValue()).isEqualTo("AR1");
    }

    @Test
    void aLetterToConfirmIsConfirmedBeforeItIsArchived() {
        bed.send("2001", "Bekreft", true);

        assertThat(door.put("my/messages/a1/archive", "").answer().status()).isEqualTo(403);
        DoorBed.Answer confirmed = door.put("my/messages/a1/confirm", "").answer();
        assertThat(confirmed.status()).isEqualTo(204);
        assertThat(confirmed.reason()).isEqualTo("Message has been confirmed");
        assertThat(door.put("my/messages/a1/confirm", "").answer().status()).isEqualTo(403);
        assertThat(door.put("my/messages/a1/archive", "").answer().status()).isEqualTo(204);
    }

    @Test
    void aLetterThatNeedsNoConfirmingIsNotConfirmed() {
        bed.send("Hei");

        assertThat(door.put("my/messages/a1/confirm", "").answer().status()).isEqualTo(403);
    }

    @Test
    void aDeletedMessageIsInTheBinForNinetyDays() {
        bed.send("Hei");

        assertThat(door.delete("my/messages/a1").answer().status()).isEqualTo(204);

        assertThat(hal("my/messages").at("/_embedded/messages")).isEmpty();
        JsonNode bin = hal("my/messages/trashbin");
        assertThat(bin.at("/_embedded/messages/0/Status").textValue()).isEqualTo("Slettet");
        assertThat(bin.at("/_links/self/href").textValue())
                .isEqualTo("https://rest.example/api/my/messages/trashbin");
        assertThat(hal("my/messages/a1").path("Status").textValue()).isEqualTo("Slettet");
        bed.clock.advance(Duration.ofDays(90));
        assertThat(hal("my/messages/trashbin").at("/_embedded/messages")).isEmpty();
        assertThat(door.get("my/messages/a1").answer().status()).isEqualTo(404);
    }

    @Test
    void anOrganisationsLetterIsNotDeleted() {
        bed.correspondences.send(List.of("ttd"), BoxBed.letter("310000001", "2001", "Hei", false));

        assertThat(door.delete("310000001/messages/a1").answer().status()).isEqualTo(403);
    }

    @Test
    void whoReadAMessageIsToldOnceAnHour() {
        bed.send("Hei");
        hal("my/messages/a1");
        hal("my/messages/a1");
        bed.clock.advance(Duration.ofHours(1));
        door.get("my/messages/a1/print").answer();

        JsonNode reads = hal("my/messages/a1/reads").at("/_embedded/reads");

        assertThat(reads.findValuesAsText("What")).containsExactly("print", "message");
        assertThat(reads.findValuesAsText("ReadBy")).containsExactly("A Nordmann", "A Nordmann");
        bed.clock.advance(Duration.ofDays(91));
        assertThat(hal("my/messages/a1/reads").at("/_embedded/reads")).isEmpty();
    }

    @Test
    void aPrintedMessageIsAPdf() {
        bed.send("Hei");

        DoorBed.Answer answer =
                door.get("my/messages/a1/print").accepting("application/xml").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void aBoxIsFoundUnderBothOfItsNamesAndTheLinksKeepTheAskedOne() {
        bed.send("Hei");

        assertThat(hal("R50000001/messagebox").at("/_embedded/messages/0/_links/self/href"))
                .hasToString("\"https://rest.example/api/R50000001/messagebox/a1\"");
    }

    @Test
    void aLevelThatIsTooLowIsToldInThePhrase() {
        bed.send("2002", "Hemmelig", false);
        DoorBed low = door.calledBy(BoxBed.atLevel(1));

        DoorBed.Answer answer = low.get("my/messages/a1").answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reason())
                .isEqualTo(
                        "This operation requires authentication level 3 Current level is only 1");
        JsonNode listed =
                Json.parse(low.get("my/messages").accepting(HAL).answer().body())
                        .at("/_embedded/messages/0");
        assertThat(listed.path("Subject").textValue()).isEqualTo("Hemmelig");
        assertThat(listed.has("Summary")).isFalse();
    }

    @Test
    void aSummaryThatIsNotShownCannotBeFilteredBy() {
        bed.send("2002", "Hemmelig", false);

        String body =
                door.calledBy(BoxBed.atLevel(1))
                        .get("my/messages?$filter=Summary%20eq%20'Kort%20sagt'")
                        .answer()
                        .body();

        assertThat(body).isEqualTo("[]");
    }
}
