package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.MockResponse;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Batches, one after another, in which the same requests cannot be decided. */
final class RepeatedlyUndecidableTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final Set<String> bad = new HashSet<>();
    private final PolicyServer server = new PolicyServer(this::answer);
    private final PolicyDecisionPoint client =
            server.client(new SideBySide(Runnable::run, 1), clock);

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(List<String> ids) {
        return Collections.disjoint(ids, bad)
                ? PolicyServer.decisions(ids, id -> "Permit")
                : PolicyServer.indeterminate();
    }

    /** About one consumer each; of an event by another id the request is the same. */
    private static List<DecisionRequest> requests(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Requests.read(1, i, "e" + i)).toList();
    }

    /** The calls that a batch takes. */
    private List<List<String>> callsFor(List<DecisionRequest> requests) {
        server.calls().clear();
        assertThat(client.decideEach(requests))
                .isEqualTo(
                        requests.stream()
                                .map(
                                        one ->
                                                bad.contains(eventId(one))
                                                        ? Optional.empty()
                                                        : Optional.of(Decision.permit()))
                                .toList());
        return List.copyOf(server.calls());
    }

    private static String eventId(DecisionRequest request) {
        return request.resource().get(1).value();
    }

    @Test
    void aRequestFoundUndecidableIsAskedAloneByTheNextBatchAfterTheOthers() {
        bad.add("e42");
        assertThat(callsFor(requests(0, 100))).hasSizeBetween(13, 15);

        List<List<String>> next = callsFor(requests(0, 100));

        assertThat(next).hasSize(2);
        assertThat(next.get(0)).hasSize(99).doesNotContain("e42");
        assertThat(next.get(1)).containsExactly("e42");
    }

    @Test
    void tenBatchesWithTenBadRequestsTakeElevenCallsEachAfterTheFirst() {
        IntStream.range(0, 10).forEach(i -> bad.add("e" + i * 10));
        callsFor(requests(0, 100));

        for (int batch = 0; batch < 10; batch++) {
            clock.advance(RecentlyUndecidable.AGE.dividedBy(2));
            assertThat(callsFor(requests(0, 100))).hasSize(1 + 10);
        }
    }

    @Test
    void aRequestThatIsDecidedAgainIsAskedWithTheOthersAgain() {
        bad.add("e42");
        callsFor(requests(0, 100));
        bad.clear();
        assertThat(callsFor(requests(0, 100))).as("still apart").hasSize(2);

        assertThat(callsFor(requests(0, 100))).hasSize(1);
    }

    @Test
    void aRequestIsRememberedForTenSecondsOnly() {
        bad.add("e42");
        callsFor(requests(0, 100));
        clock.advance(RecentlyUndecidable.AGE);
        bad.clear();

        assertThat(callsFor(requests(0, 100))).hasSize(1);
    }

    @Test
    void manyThatAreUndecidableAgainKeepNoOtherFromItsDecision() {
        IntStream.range(0, 60).forEach(i -> bad.add("e" + i));
        callsFor(requests(0, 100));

        assertThat(callsFor(requests(0, 300))).hasSize(3 + 60);
    }

    @Test
    void whereNothingElseIsAskedAServiceThatDecidesOnNothingIsSoonLeftAlone() {
        IntStream.range(0, 60).forEach(i -> bad.add("e" + i));
        callsFor(requests(0, 100));

        assertThat(callsFor(requests(0, 60))).hasSize(16);
    }

    @Test
    void aRequestThatIsAskedTooLateToBeLeftAloneIsDecidedByALaterBatch() {
        IntStream.range(0, 17).forEach(i -> bad.add("e" + i));
        callsFor(requests(0, 100));
        bad.remove("e16");
        server.calls().clear();
        assertThat(client.decideEach(requests(0, 17))).containsOnly(Optional.empty());

        for (int seconds = 0; seconds < RecentlyUndecidable.AGE.toSeconds(); seconds += 5) {
            clock.advance(RecentlyUndecidable.AGE.dividedBy(2));
            client.decideEach(requests(0, 17));
        }

        assertThat(client.decideEach(requests(0, 17)).get(16)).contains(Decision.permit());
    }

    @Test
    void whatAnotherBatchAsksIsNotAskedApart() {
        bad.add("e42");
        callsFor(requests(0, 100));

        assertThat(callsFor(requests(100, 200))).hasSize(1);
    }
}
