package no.altinn.rest.endpoint.broker;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.broker.BrokerBed;
import no.altinn.rest.door.DoorBed;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Files and receipts in four representations. */
class BrokerFormatsTest {
    private static final String API = "https://rest.example/api/";

    private final BrokerBed bed = new BrokerBed();
    private final String reference =
            bed.sentAs("å b.zip", BrokerBed.description(BrokerBed.RECIPIENT, BrokerBed.OTHER));
    private final DoorBed sender = bed.as(BrokerBed.A);
    private final DoorBed recipient = bed.as(BrokerBed.B);

    private static String get(DoorBed from, String path, String accept) {
        DoorBed.Answer answer = from.get(path).accepting(accept).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(accept);
        return answer.body();
    }

    private String received(String more, String accept) {
        return get(recipient, "310000002/brokerservice/inbox" + more, accept);
    }

    private String file(int receipt) {
        return "\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"FileName\":\"å b.zip\","
                + "\"FileReference\":\"%s\",\"FileSize\":3,\"FileStatus\":\"Uploaded\",\"ReceiptID\":%d,"
                        .formatted(reference, receipt)
                + "\"Sender\":\"310000001\",\"SentDate\":\"2026-01-02T10:00:00.12\","
                + "\"SendersReference\":\"x\"";
    }

    @Test
    void anInboxIsReadInEachRepresentation() {
        assertThat(received("", "application/json")).isEqualTo("[{" + file(901) + "}]");
        assertThat(received("", "application/xml"))
                .startsWith("<ArrayOfFile><File><ServiceCode>4001</ServiceCode>")
                .doesNotContain("href");
        String address = API + "310000002/brokerservice/inbox";
        assertThat(received("", "application/hal+json"))
                .startsWith(
                        "{\"_links\":{\"self\":{\"href\":\"%s\"},\"find\":{\"href\":\"%s/{FileReference}\",\"isTemplated\":true}},\"_embedded\":{\"files\":[{"
                                .formatted(address, address))
                .contains(
                        "\"download\":{\"href\":\"%s/%s/download\"}".formatted(address, reference));
        assertThat(received("", "application/hal+xml"))
                .startsWith("<resource rel=\"files\" href=\"" + address + "\">")
                .contains("<resource rel=\"file\" href=\"%s/%s\">".formatted(address, reference));
    }

    @Test
    void aFileIsReadInEachRepresentation() {
        assertThat(received("/" + reference, "application/json")).isEqualTo("{" + file(901) + "}");
        assertThat(get(sender, "310000001/brokerservice/outbox/" + reference, "application/json"))
                .isEqualTo("{" + file(900) + "}");
        assertThat(received("/" + reference, "application/xml"))
                .startsWith("<File><ServiceCode>4001</ServiceCode>")
                .contains("<FileSize>3</FileSize>");
        assertThat(received("/" + reference, "application/hal+json")).contains("\"receipt\"");
        assertThat(
                        get(
                                sender,
                                "r51000001/brokerservice/outbox/" + reference,
                                "application/hal+json"))
                .contains(
                        "\"self\":{\"href\":\"%sr51000001/brokerservice/outbox/%s\"}"
                                .formatted(API, reference))
                .doesNotContain("download");
        assertThat(received("/" + reference, "application/hal+xml"))
                .startsWith("<resource rel=\"file\"")
                .contains("<link rel=\"receipt\" href=");
    }

    @Test
    void theSendersReceiptHasThoseOfAllRecipients() {
        bed.clock.advance(Duration.ofHours(1));
        recipient
                .post("310000002/brokerservice/inbox/" + reference + "/confirmdownloaded", "")
                .answer();
        String path = "310000001/brokerservice/outbox/" + reference + "/receipt";

        assertThat(Json.parse(get(sender, path, "application/json")))
                .isEqualTo(
                        Json.parse(
                                """
                                {"ReceiptID":900,"ParentReceiptID":0,
                                "LastChanged":"2026-01-02T10:00:00.12","Status":"OK",
                                "Text":"Upload of file å b.zip was successful. Recipients can now \
                                download the file.",
                                "SendersReference":"x","PartyReference":"310000001","SubReceipts":[
                                {"ReceiptID":901,"ParentReceiptID":900,
                                "LastChanged":"2026-01-02T11:00:00.12","Status":"OK",
                                "Text":"File has been downloaded by the recipient.",
                                "SendersReference":"x","PartyReference":"310000002"},
                                {"ReceiptID":902,"ParentReceiptID":900,
                                "LastChanged":"2026-01-02T10:00:00.12","Status":"OK",
                                "Text":"A file has been made available for download.",
                                "SendersReference":"x","PartyReference":"310000003"}]}"""));
        assertThat(get(sender, path, "application/xml"))
                .startsWith("<Receipt><ReceiptID>900</ReceiptID>")
                .contains("<SubReceipts><Receipt><ReceiptID>901</ReceiptID>");
        assertThat(get(sender, path, "application/hal+json")).contains("\"SubReceipts\":[{");
        assertThat(get(sender, path, "application/hal+xml"))
                .startsWith("<resource rel=\"receipt\">")
                .contains("<SubReceipts><Receipt>");
    }

    @Test
    void aRecipientsReceiptIsItsOwnAlone() {
        String receipt = received("/" + reference + "/receipt", "application/json");

        assertThat(receipt)
                .startsWith("{\"ReceiptID\":901,\"ParentReceiptID\":900,")
                .contains("\"PartyReference\":\"310000002\"")
                .doesNotContain("SubReceipts", "310000003");
    }

    @Test
    void whetherThereAreFilesIsOneWordInEachRepresentation() {
        String path =
                "brokerservice/inbox/hasavailablefiles?serviceCode=4001&serviceEditionCode=1"
                        + "&recipients=";

        assertThat(get(sender, path + "310000002", "application/json")).isEqualTo("true");
        assertThat(get(sender, path + "310000001", "application/json")).isEqualTo("false");
        assertThat(get(sender, path + "310000002", "application/xml"))
                .isEqualTo("<boolean>true</boolean>");
    }
}
