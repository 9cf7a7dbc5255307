package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class BoxRoutesTest {
    private final BoxBed bed = new BoxBed();

    private List<String> ids(String query) {
        DoorBed.Answer answer = bed.door.get("my/messages" + query).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body()).findValuesAsText("MessageId");
    }

    private void sendEachMinute(int count) {
        for (int i = 1; i <= count; i++) {
            bed.send("Brev " + i);
            bed.clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void aListIsEmptyAtFirst() {
        assertThat(bed.door.get("my/messages").answer().body()).isEqualTo("[]");
    }

    @Test
    void theLastChangedComesFirstAndTheArchiveIsThereToo() {
        sendEachMinute(3);
        bed.door.put("my/messages/a1/archive", "").answer();

        assertThat(ids("")).containsExactly("b1", "a3", "a2");
    }

    @Test
    void aReadLetterStaysInItsPlace() {
        sendEachMinute(3);
        bed.door.get("my/messages/a1").answer();

        assertThat(ids("")).containsExactly("a3", "a2", "a1");
    }

    @Test
    void aPageHasFiftyUnlessMoreAreAskedFor() {
        sendEachMinute(60);

        assertThat(ids("")).hasSize(50).startsWith("a60");
        assertThat(ids("?$skip=50")).hasSize(10).startsWith("a10");
        assertThat(ids("?$skip=60")).isEmpty();
        assertThat(ids("?$top=55")).hasSize(55);
        assertThat(ids("?$top=0")).isEmpty();
        assertThat(ids("?$skip=1&$top=2")).containsExactly("a59", "a58");
        assertThat(ids("?$filter=Type%20eq%20'Correspondence'")).hasSize(50);
        assertThat(ids("?$orderby=CreatedDate&$top=2")).containsExactly("a1", "a2");
    }

    @Test
    void aSkipBeyondTheLimitIsToldInAHeader() {
        DoorBed.Answer answer = bed.door.get("my/messages?$skip=10001").answer();

        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.header("X-Warning-LimitReached")).isEqualTo("true");
    }

    @Test
    @Tag("proof")
    void aFilterLooksAtTenThousandAndSaysIfThereAreMore() {
        IntStream.range(0, 10_000).forEach(i -> bed.send("Brev"));
        assertThat(
                        bed.door
                                .get("my/messages?$filter=Subject%20eq%20'x'")
                                .answer()
                                .header("X-Warning-LimitReached"))
                .isEmpty();
        bed.clock.advance(Duration.ofDays(1));
        bed.send("Nytt");

        DoorBed.Answer answer = bed.door.get("my/messages?$filter=Subject%20eq%20'Nytt'").answer();

        assertThat(answer.header("X-Warning-LimitReached")).isEqualTo("true");
        assertThat(Json.parse(answer.body())).hasSize(1);
        assertThat(
                        bed.door
                                .get(
                                        "my/messages?dateFrom=2026-01-03"
                                                + "&$filter=Subject%20eq%20'Nytt'")
                                .answer()
                                .header("X-Warning-LimitReached"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dateFrom=2026-01-03,a2",
        "dateTo=2026-01-02,a1",
        "dateFrom=2026-01-02T10:00:00&dateTo=2026-01-02T11:00:00,a1",
        "dateFrom=2026-01-03T10:00:00.12,a2",
        "dateFrom=2026-01-03T10:00:00.121,''",
        "dateTo=2026-01-01,''",
    })
    void datesNarrowAList(String query, String wanted) {
        bed.send("Første");
        bed.clock.advance(Duration.ofDays(1));
        bed.send("Andre");

        assertThat(String.join(" ", ids("?" + query))).isEqualTo(wanted);
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        DoorBed.Answer answer = bed.door.get("my/messages?dateFrom=ig%C3%A5r").answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("dateFrom");
    }

    @Test
    void statusesAreFilteredInTheAskedLanguage() {
        bed.send("Hei");

        assertThat(ids("?$filter=Status%20eq%20'Ulest'")).containsExactly("a1");
        assertThat(ids("?language=1033&$filter=Status%20eq%20'Ulest'")).isEmpty();
        assertThat(ids("?language=1033&$filter=Status%20eq%20'Unread'")).containsExactly("a1");
    }

    @Test
    void anUnknownMemberIsRefusedInAnEmptyListToo() {
        assertThat(bed.door.get("my/messages?$filter=X%20eq%20'1'").answer().reason())
                .isEqualTo("Could not find property named 'X' on type 'Message'");
    }

    @Test
    void messagesThatTheUserMayNotReadDoNotCountInPages() {
        for (int i = 0; i < 30; i++) {
            bed.send("2001", "Åpent", false);
            bed.send("2002", "Lukket", false);
            bed.clock.advance(Duration.ofMinutes(1));
        }
        bed.permissions.take("2002", Action.READ);

        assertThat(ids("?$top=20")).hasSize(20).startsWith("a59", "a57");
        assertThat(ids("?$top=20&$skip=20")).hasSize(10).startsWith("a19");
    }

    @Test
    void theArchiveNeedsARightOfItsOwn() {
        sendEachMinute(2);
        bed.door.put("my/messages/a1/archive", "").answer();
        bed.permissions.take("2001", Action.ARCHIVE_READ);

        assertThat(ids("")).containsExactly("a2");
        assertThat(bed.door.get("my/messages/b1").answer().status()).isEqualTo(403);
        bed.permissions.take("2001", Action.READ);
        assertThat(ids("")).containsExactly("b1");
    }

    @Test
    void aListFindsItsMessagesByATemplate() {
        JsonNode list =
                Json.parse(
                        bed.door
                                .get("310000001/messages")
                                .accepting("application/hal+json")
                                .answer()
                                .body());

        assertThat(list.path("_links"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"self":{"href":"https://rest.example/api/310000001/messages"},
                                "find":{"href":
                                "https://rest.example/api/310000001/messages/{MessageId}",
                                "isTemplated":true}}"""));
    }

    @Test
    void listsShowNoBodyAndNoAttachments() {
        bed.send("Hei");

        String body = bed.door.get("my/messages").accepting("application/hal+json").answer().body();

        assertThat(body).doesNotContain("Blåbær", "attachment");
    }
}
