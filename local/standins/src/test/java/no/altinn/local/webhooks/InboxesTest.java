package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Problem;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

class InboxesTest {
    private final Inboxes inboxes = new Inboxes();

    private static ReceivedRequest request(String body) {
        return new ReceivedRequest(Instant.EPOCH, "POST", Map.of(), body);
    }

    @Test
    void requestsAreListedOldestFirst() {
        inboxes.receive("a", request("1"));
        inboxes.receive("b", request("other"));
        inboxes.receive("a", request("2"));

        assertThat(inboxes.requests("a"))
                .extracting(ReceivedRequest::body)
                .containsExactly("1", "2");
    }

    @Test
    void onlyTheLastThousandOfANameAreKept() {
        IntStream.rangeClosed(1, 1001).forEach(i -> inboxes.receive("a", request("" + i)));

        assertThat(inboxes.requests("a"))
                .hasSize(1000)
                .extracting(ReceivedRequest::body)
                .startsWith("2")
                .endsWith("1001");
    }

    @Test
    void whenMemoryIsShortTheLargestInboxLosesItsOldest() {
        Inboxes small = new Inboxes(20_000);
        small.receive("quiet", request("stays"));

        IntStream.rangeClosed(1, 5)
                .forEach(i -> small.receive("busy", request(i + "x".repeat(4000))));

        assertThat(small.requests("quiet")).hasSize(1);
        assertThat(small.requests("busy"))
                .extracting(request -> request.body().charAt(0))
                .containsExactly('4', '5');
    }

    @Test
    void manyNamesWithOneRequestEachStayWithinTheBound() {
        Inboxes small = new Inboxes(100_000);

        IntStream.range(0, 600).forEach(i -> small.receive("n" + i, request("x".repeat(4000))));

        assertThat(small.summaries().keySet().stream().flatMap(n -> small.requests(n).stream()))
                .hasSizeBetween(2, 12);
    }

    @Test
    void aNameThatLostEverythingMakesRoomForAnother() {
        Inboxes small = new Inboxes(100_000);

        IntStream.range(0, 10_001).forEach(i -> small.receive("n" + i, request("x".repeat(4000))));

        assertThat(small.summaries()).hasSizeBetween(2, 12);
    }

    @Test
    void whatIsTooLargeForAllIsAnsweredAsSaidAndNotKept() {
        Inboxes small = new Inboxes(10_000);
        small.behave("a", Behaviour.parse("{\"status\":503,\"times\":1}"));

        assertThat(small.receive("a", request("x".repeat(10_000))).status()).isEqualTo(503);
        assertThat(small.requests("a")).isEmpty();
    }

    @Test
    void textIsCountedAsWhatItTakesAtMost() {
        assertThat(request("æ→".repeat(1000)).size()).isBetween(4000L, 4500L);
    }

    @Test
    void emptyingGivesTheMemoryBack() {
        Inboxes small = new Inboxes(20_000);
        for (int i = 0; i < 10; i++) {
            small.receive("a", request("x".repeat(4000)));
            small.receive("a", request("y".repeat(4000)));
            assertThat(small.requests("a")).hasSize(2);
            small.empty("a");
        }
        assertThat(small.requests("a")).isEmpty();
    }

    @Test
    void theOverviewTellsHowManyAndTheNewest() {
        inboxes.receive("b", request("1"));
        inboxes.receive("a", request("2"));
        inboxes.receive("a", request("3"));
        inboxes.behave("c", Behaviour.parse("{\"status\":500}"));

        assertThat(inboxes.summaries())
                .containsExactly(
                        Map.entry("a", new Inboxes.Summary(2, request("3"))),
                        Map.entry("b", new Inboxes.Summary(1, request("1"))));
    }

    @Test
    void aFaultLastsForAsManyRequestsAsSaid() {
        inboxes.behave("a", Behaviour.parse("{\"status\":503,\"times\":2}"));

        assertThat(IntStream.range(0, 4).map(i -> inboxes.receive("a", request("")).status()))
                .containsExactly(503, 503, 200, 200);
    }

    @Test
    void aFaultWithoutEndLastsUntilAnotherBehaviourIsSaid() {
        inboxes.behave("a", Behaviour.parse("{\"status\":410}"));
        assertThat(IntStream.range(0, 9).map(i -> inboxes.receive("a", request("")).status()))
                .containsOnly(410);

        inboxes.behave("a", Behaviour.parse("{\"times\":0}"));
        assertThat(inboxes.receive("a", request("")).status()).isEqualTo(200);
    }

    @Test
    void emptyingDoesNotChangeTheBehaviour() {
        inboxes.behave("a", Behaviour.parse("{\"status\":503,\"times\":1}"));

        inboxes.empty("a");

        assertThat(inboxes.receive("a", request("")).status()).isEqualTo(503);
    }

    @Test
    void thereIsABoundOnNames() {
        IntStream.range(0, 10_000).forEach(i -> inboxes.receive("n" + i, request("")));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> inboxes.receive("one-more", request("")))
                .satisfies(problem -> assertThat(problem.answer().status()).isEqualTo(507));
        assertThat(inboxes.receive("n1", request("")).status()).isEqualTo(200);

        inboxes.empty("n2");
        assertThat(inboxes.receive("one-more", request("")).status()).isEqualTo(200);
    }
}
