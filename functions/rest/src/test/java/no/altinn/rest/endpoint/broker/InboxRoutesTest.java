package no.altinn.rest.endpoint.broker;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.broker.BrokerBed;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.srr.SrrRight;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class InboxRoutesTest {
    private static final String INBOX = "310000002/brokerservice/inbox";
    private static final String AVAILABLE = "brokerservice/inbox/hasavailablefiles?";

    private final BrokerBed bed = new BrokerBed();
    private final DoorBed recipient = bed.as(BrokerBed.B);

    private List<String> names(String query) {
        DoorBed.Answer answer = recipient.get(INBOX + query).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body()).findValuesAsText("FileName");
    }

    private String send(String name, String service) {
        bed.clock.advance(Duration.ofDays(1));
        return bed.sentAs(
                name, BrokerBed.description(BrokerBed.RECIPIENT).replace("4001", service));
    }

    private DoorBed.Answer confirm(String reference) {
        return recipient.post(INBOX + "/" + reference + "/confirmdownloaded", "").answer();
    }

    @Test
    void anInboxHasWhatCanBeFetchedTheNewestFirst() {
        send("a", "4001");
        confirm(send("b", "4001"));
        send("c", "4002");

        assertThat(names("")).containsExactly("c", "a");
        assertThat(names("?fileStatus=")).containsExactly("c", "a");
        assertThat(names("/")).containsExactly("c", "a");
    }

    @ParameterizedTest
    @CsvSource({"Uploaded, c a", "uploaded, c a", "Downloaded, b", "Initialized, ''"})
    void aStatusIsTheRecipientsOwn(String status, String names) {
        send("a", "4001");
        confirm(send("b", "4001"));
        send("c", "4002");

        assertThat(String.join(" ", names("?fileStatus=" + status))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "serviceCode=4001, b a",
        "serviceCode=4002, c",
        "serviceCode=4002&serviceEditionCode=1, c",
        "serviceEditionCode=1, c b a",
        "serviceCode=4002&serviceEditionCode=2, ''",
        "serviceCode=2001, ''",
        "minSentDateTime=2026-01-04, c b",
        "minSentDateTime=2026-01-04T10:00:00.12, c b",
        "minSentDateTime=2026-01-04T10:00:00.121, c",
        "maxSentDateTime=2026-01-04, b a",
        "maxSentDateTime=2026-01-04T10:00:00.12, b a",
        "maxSentDateTime=2026-01-04T09:00:00Z, a",
        "minSentDateTime=2026-01-04&maxSentDateTime=2026-01-04&serviceCode=4001, b",
        "minSentDateTime=2026-01-05&maxSentDateTime=2026-01-04, ''"
    })
    void aFilterLeavesOutWhatIsNotWanted(String query, String names) {
        send("a", "4001");
        send("b", "4001");
        send("c", "4002");

        assertThat(String.join(" ", names("?" + query))).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fileStatus=New",
                "serviceEditionCode=a",
                "serviceEditionCode=0",
                "serviceEditionCode=9999999999",
                "minSentDateTime=yesterday",
                "maxSentDateTime=2026-13-01"
            })
    void aFilterThatIsNoneIsRefused(String query) {
        DoorBed.Answer refused = recipient.get(INBOX + "?" + query).answer();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.reason()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void filesOfAHigherLevelAreNotListed() {
        send("a", "4001");
        send("c", "4002");

        DoorBed.Answer answer = bed.as(BrokerBed.user(2, 1)).get(INBOX).answer();

        assertThat(Json.parse(answer.body()).findValuesAsText("FileName")).containsExactly("a");
    }

    @Test
    void aFileIsFetchedUnderEitherAddressWithItsNameAndChecksum() {
        String reference = bed.sentAs("å.pdf", BrokerBed.description(BrokerBed.RECIPIENT));

        for (String path :
                List.of(
                        INBOX + "/" + reference + "/download",
                        "310000002/brokerservice/files/" + reference)) {
            DoorBed.Answer answer = recipient.get(path).accepting("application/xml").answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(bed.fetched(answer).bytes()).containsExactly(1, 2, 3);
            assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(answer.header("Content-Disposition"))
                    .isEqualTo("attachment; filename*=UTF-8''%C3%A5.pdf");
            assertThat(answer.header("Content-MD5")).isEqualTo("Uonfc331cyb83SJZevsfrA==");
            assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        }
    }

    @Test
    void fetchingIsNotConfirming() {
        String reference = send("a", "4001");
        recipient.get(INBOX + "/" + reference + "/download").answer();

        assertThat(names("")).containsExactly("a");
    }

    @Test
    void aConfirmedFileIsStillThereForAWhile() {
        String reference = send("a", "4001");

        DoorBed.Answer confirmed = confirm(reference);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(Json.parse(confirmed.body()).path("Text").asText())
                .isEqualTo("File has been downloaded by the recipient.");
        bed.clock.advance(Duration.ofDays(6));

        DoorBed.Answer again = recipient.get(INBOX + "/" + reference + "/download").answer();
        assertThat(bed.fetched(again).status()).isEqualTo(200);
        bed.clock.advance(Duration.ofDays(1));
        assertThat(recipient.get(INBOX + "/" + reference).answer().status()).isEqualTo(404);
    }

    @Test
    void aFileIsConfirmedOnce() {
        String reference = send("a", "4001");
        confirm(reference);

        DoorBed.Answer again = confirm(reference);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.reason()).isEqualTo("The file has been confirmed as downloaded already");
    }

    @Test
    void whatWasSentStaysThoughTheRuleIsWithdrawn() {
        String reference = send("a", "4001");
        bed.rules
                .find("ttd", BrokerBed.SERVICE, BrokerBed.RECIPIENT, SrrRight.READ)
                .ifPresent(rule -> bed.rules.remove("ttd", rule.id()));

        assertThat(names("")).containsExactly("a");
        assertThat(confirm(reference).status()).isEqualTo(200);
    }

    private String available(String query) {
        return recipient.get(AVAILABLE + query).answer().body();
    }

    @Test
    void filesAreAvailableUntilTheyAreConfirmed() {
        String of = "serviceCode=4001&serviceEditionCode=1&recipients=";
        assertThat(available(of + "310000002")).isEqualTo("false");
        String reference = send("a", "4001");

        assertThat(available(of + "310000002")).isEqualTo("true");
        assertThat(available(of + "310000003,%20310000002")).isEqualTo("true");
        assertThat(available(of + "310000003")).isEqualTo("false");
        assertThat(available(of.replace("4001", "4002") + "310000002")).isEqualTo("false");
        assertThat(available(of.replace("Code=1", "Code=2") + "310000002")).isEqualTo("false");
        confirm(reference);
        assertThat(available(of + "310000002")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serviceEditionCode=1&recipients=310000002",
                "serviceCode=4001&recipients=310000002",
                "serviceCode=4001&serviceEditionCode=1",
                "serviceCode=4001&serviceEditionCode=1&recipients=",
                "serviceCode=4001&serviceEditionCode=1&recipients=,",
                "serviceCode=4001&serviceEditionCode=1&recipients=310000002,",
                "serviceCode=4001&serviceEditionCode=1&recipients=31000000a",
                "serviceCode=4001&serviceEditionCode=x&recipients=310000002"
            })
    void whoAsksWhetherThereAreFilesNamesServiceAndRecipients(String query) {
        assertThat(recipient.get(AVAILABLE + query).answer().status()).isEqualTo(400);
    }

    @Test
    void soManyRecipientsAreAskedAboutAtOnce() {
        String of = AVAILABLE + "serviceCode=4001&serviceEditionCode=1&recipients=";

        assertThat(recipient.get(of + numbers(100)).answer().status()).isEqualTo(200);
        assertThat(recipient.get(of + numbers(101)).answer().status()).isEqualTo(400);
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(320000000 + i))
                .collect(Collectors.joining(","));
    }
}
