package no.altinn.rest.endpoint.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.broker.BrokerBed;
import no.altinn.rest.door.DoorBed;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxRoutesTest {
    private static final byte[] BYTES = {1, 2, 3};

    private final BrokerBed bed = new BrokerBed();

    private DoorBed.Answer begin(String path) {
        return BrokerBed.begin(bed.as(BrokerBed.A), "310000001/" + path, 3).answer();
    }

    private DoorBed.Answer described(String description) {
        return begin(BrokerBed.outbox("a.txt", description));
    }

    @Test
    void aFileThatHasComeIsAnsweredWithItselfAndItsAddress() {
        DoorBed.Answer sent =
                bed.send(
                        bed.as(BrokerBed.A),
                        "r51000001/"
                                + BrokerBed.outbox(
                                        "a.txt", BrokerBed.description(BrokerBed.RECIPIENT)),
                        BYTES);

        assertThat(sent.status()).isEqualTo(201);
        JsonNode file = Json.parse(sent.body());
        assertThat(sent.header("Location"))
                .isEqualTo(
                        "https://rest.example/api/r51000001/brokerservice/outbox/"
                                + file.path("FileReference").asText());
        assertThat(file.path("FileName").asText()).isEqualTo("a.txt");
        assertThat(file.path("FileSize").asInt()).isEqualTo(3);
        assertThat(file.path("FileStatus").asText()).isEqualTo("Uploaded");
    }

    @Test
    void whatTheSenderSaysIsKeptWithTheFile() {
        bed.sentAs(
                "a.txt",
                """
                {"servicecode":4001,"ServiceEditionCode":"1","Recipients":["310000002"],
                "Properties":{"Navn":"Åse","tom":""},
                "FileList":[{"FileName":"b.doc","CheckSum":"34fd"}]}""");

        assertThat(bed.records().get(0).body())
                .isEqualTo(
                        "{\"properties\":{\"Navn\":\"Åse\",\"tom\":\"\"},"
                                + "\"files\":[{\"name\":\"b.doc\",\"checksum\":\"34fd\"}]}");
    }

    @Test
    void aFileWithoutANameIsNamedByItsReference() {
        String path = BrokerBed.outbox("", BrokerBed.description(BrokerBed.RECIPIENT));

        JsonNode file =
                Json.parse(bed.send(bed.as(BrokerBed.A), "310000001/" + path, BYTES).body());

        assertThat(file.path("FileName").asText()).isEqualTo(file.path("FileReference").asText());
    }

    @Test
    void anEmptyFileIsAFile() {
        DoorBed.Answer sent =
                bed.send(
                        bed.as(BrokerBed.A),
                        "310000001/"
                                + BrokerBed.outbox(
                                        "a.txt", BrokerBed.description(BrokerBed.RECIPIENT)),
                        new byte[0]);

        assertThat(Json.parse(sent.body()).path("FileSize").asInt(-1)).isZero();
    }

    @Test
    void aPersonReceivesAsAnOrganisationDoes() {
        String reference = bed.sent(BrokerBed.PERSON_B);

        assertThat(bed.as(BrokerBed.B).get("my/brokerservice/inbox").answer().body())
                .contains(reference);
        assertThat(bed.as(BrokerBed.B).get("310000002/brokerservice/inbox").answer().body())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "nothing",
                "{\"ServiceCode\":\"4001\",\"Recipients\":[\"310000002\"]}",
                "{\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":\"a\",\"Recipients\":[\"310000002\"]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":\"310000002\"}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[{}]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[\"x\"]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"],\"Properties\":[]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"],\"Properties\":{\"a\":{}}}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"],\"FileList\":[\"a\"]}",
                "{\"ServiceCode\":\"4001\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"],\"FileList\":[{}]}",
                "{\"ServiceCode\":\"2001\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"]}",
                "{\"ServiceCode\":\"4003\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"]}",
                "{\"ServiceCode\":\"9999\",\"ServiceEditionCode\":1,\"Recipients\":[\"310000002\"]}"
            })
    void aDescriptionThatIsNoneIsRefusedBeforeTheFileComes(String description) {
        DoorBed.Answer refused = described(description);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.header("X-Transfer-To")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ | The parameter 'brokerServiceDescription' is not valid JSON: ",
                "[] | The parameter 'brokerServiceDescription' must be a JSON object.",
                "1 | The parameter 'brokerServiceDescription' must be a JSON object.",
                "{} | The parameter 'brokerServiceDescription' is no description of a file: The member 'ServiceCode'",
                "{\"a\":1,\"A\":2} | The member 'A' is there twice, in this or another case.",
            })
    void aDescriptionThatIsNoneIsToldOfAsAParameter(String description, String told) {
        assertThat(described(description).reason()).startsWith(told);
    }

    @Test
    void aDescriptionMustBeThereAndHasABound() {
        assertThat(begin("brokerservice/outbox?fileName=a.txt").reason())
                .isEqualTo("Required parameter 'brokerServiceDescription' is missing");
        assertThat(described("{\"a\":\"" + "x".repeat(SentDescription.LONGEST) + "\"}").reason())
                .contains("at most 16384 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..\\b", "a\nb", " "})
    void aNameThatIsNoneIsRefusedBeforeTheFileComes(String name) {
        assertThat(
                        begin(BrokerBed.outbox(name, BrokerBed.description(BrokerBed.RECIPIENT)))
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "310000001, not open to each of Recipients",
        "310000009, not open to each of Recipients"
    })
    void aRecipientWithoutARuleIsRefused(String number, String reason) {
        DoorBed.Answer refused = described(BrokerBed.description("310000002", number));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).contains(reason);
    }

    @Test
    void aServiceOfAHigherLevelSaysWhichOneItNeeds() {
        String description = BrokerBed.description(BrokerBed.RECIPIENT).replace("4001", "4002");
        DoorBed.Answer refused =
                BrokerBed.begin(
                                bed.as(BrokerBed.user(1, 2)),
                                "310000001/" + BrokerBed.outbox("a.txt", description),
                                3)
                        .answer();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.reason())
                .isEqualTo(
                        "This operation requires authentication level 3 Current level is only 2");
    }

    @Test
    void aFileIsTooLargeAboveTwoHundredMegabytes() {
        String path =
                "310000001/"
                        + BrokerBed.outbox("a.txt", BrokerBed.description(BrokerBed.RECIPIENT));

        assertThat(BrokerBed.begin(bed.as(BrokerBed.A), path, 200 << 20).answer().status())
                .isEqualTo(200);
        assertThat(BrokerBed.begin(bed.as(BrokerBed.A), path, (200 << 20) + 1).answer().status())
                .isEqualTo(413);
    }
}
