package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.MockResponse;

import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests for more than one call, of which some may be bad. */
@Timeout(60)
final class ManyDecisionsTest {
    private static final SideBySide ONE_BY_ONE = new SideBySide(Runnable::run, 1);
    private static final SideBySide SIXTEEN = new SideBySide(CallThreads.named("test", 64), 16);

    private PolicyServer server = new PolicyServer(ManyDecisionsTest::odd);

    @AfterEach
    void stop() {
        server.close();
    }

    /** Permits events with odd numbers. */
    private static MockResponse odd(List<String> ids) {
        return PolicyServer.decisions(ids, ManyDecisionsTest::odd);
    }

    private static String odd(String id) {
        return Integer.parseInt(id.substring(1)) % 2 == 1 ? "Permit" : "Deny";
    }

    /** Answers every call with a bad event in it like this. */
    private void bad(Set<String> bad, MockResponse answer) {
        answering(ids -> Collections.disjoint(ids, bad) ? odd(ids) : answer);
    }

    private void answering(Function<List<String>, MockResponse> answer) {
        server.close();
        server = new PolicyServer(answer);
    }

    private static List<DecisionRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> Requests.read(1, i, "e" + i)).toList();
    }

    private static List<Optional<Decision>> expected(int count, Set<String> undecided) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                undecided.contains("e" + i)
                                        ? Optional.<Decision>empty()
                                        : Optional.of(
                                                i % 2 == 1 ? Decision.permit() : Decision.deny()))
                .toList();
    }

    @Test
    void sixteenCallsAreUnderWayAtOnceAndNoMore() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // Opens for sixteen at a time, so that fewer would never pass it.
        CyclicBarrier sixteen = new CyclicBarrier(16);
        answering(
                ids -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    pass(sixteen);
                    running.decrementAndGet();
                    return odd(ids);
                });
        PolicyDecisionPoint client = server.client(SIXTEEN);

        assertThat(client.decideEach(requests(3_200))).isEqualTo(expected(3_200, Set.of()));
        assertThat(client.decide(requests(1_600)).stream().map(Optional::of).toList())
                .isEqualTo(expected(1_600, Set.of()));
        assertThat(most).hasValue(16);
        assertThat(server.calls()).hasSize(48).allMatch(ids -> ids.size() == 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422, 500})
    void aCallThatIsRefusedForOneRequestIsHalvedUntilTheOthersAreDecided(int status) {
        bad(Set.of("e42"), PolicyServer.status(status, ""));

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(100)))
                .isEqualTo(expected(100, Set.of("e42")));
        // A status of 5xx is tried three times.
        assertThat(server.calls().stream().distinct()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void anIndeterminateAnswerIsHalvedTooAndOtherCallsAreNotAskedAgain() {
        bad(Set.of("e142"), PolicyServer.indeterminate());

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(300)))
                .isEqualTo(expected(300, Set.of("e142")));
        assertThat(server.calls()).hasSizeLessThanOrEqualTo(3 + 14);
        assertThat(server.calls().stream().filter(ids -> ids.contains("e0"))).hasSize(1);
    }

    @Test
    void severalBadRequestsLeaveAllOthersTheirDecisions() {
        Set<String> bad = Set.of("e3", "e13", "e47", "e50", "e99", "e199");
        bad(bad, PolicyServer.indeterminate());

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(200)))
                .isEqualTo(expected(200, bad));
    }

    @Test
    void oneBadRequestInTenLeavesTheOthersTheirDecisions() {
        Set<String> bad =
                IntStream.range(0, 10).mapToObj(i -> "e" + i * 10).collect(Collectors.toSet());
        bad(bad, PolicyServer.indeterminate());

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(100)))
                .isEqualTo(expected(100, bad));
    }

    @Test
    void oneConsumerInTenThatCannotBeDecidedOnLeavesAllOthersOfALargeBatchTheirDecisions() {
        Set<String> bad =
                IntStream.range(0, 100)
                        .mapToObj(i -> "e" + (i * 10 + 3))
                        .collect(Collectors.toSet());
        bad(bad, PolicyServer.indeterminate());

        assertThat(server.client(SIXTEEN).decideEach(requests(1_000)))
                .isEqualTo(expected(1_000, bad));
        assertThat(server.calls()).hasSizeLessThanOrEqualTo(10 + 100 * 14);
    }

    @Test
    void aBadEventWithManyConsumersAndFurtherBadOnesLeaveAllOthersTheirDecisions() {
        Set<String> bad =
                IntStream.range(0, 150).mapToObj(i -> "e" + i).collect(Collectors.toSet());
        bad.addAll(Set.of("e199", "e250", "e333"));
        bad(bad, PolicyServer.indeterminate());

        assertThat(server.client(SIXTEEN).decideEach(requests(400))).isEqualTo(expected(400, bad));
    }

    @Test
    void theOnlyGoodRequestOfManyIsFoundByNoMoreThanTwoCallsForEachRequest() {
        answering(ids -> ids.equals(List.of("e49")) ? odd(ids) : PolicyServer.indeterminate());

        server.client(ONE_BY_ONE).decideEach(requests(500));

        assertThat(server.calls()).hasSizeLessThanOrEqualTo(2 * 500);
    }

    @Test
    void aServiceThatGoesAwayWhileACallIsHalvedIsAskedThreeTimesMore() {
        answering(
                ids ->
                        ids.size() == 100
                                ? PolicyServer.indeterminate()
                                : PolicyServer.status(403, ""));

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(1_000)))
                .containsOnly(Optional.empty());
        assertThat(server.calls()).hasSize(10 + 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void whereNothingCanBeDecidedTheServiceIsSoonLeftAlone(int status) {
        answering(
                ids ->
                        status == 200
                                ? PolicyServer.indeterminate()
                                : PolicyServer.status(status, ""));

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(500)))
                .containsOnly(Optional.empty());
        assertThat(server.calls().stream().distinct()).hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 503})
    void aServiceThatIsAwayIsNeitherHalvedNorAskedForTheRest(int status) {
        answering(ids -> PolicyServer.status(status, ""));

        assertThat(server.client(ONE_BY_ONE).decideEach(requests(1_000)))
                .containsOnly(Optional.empty());
        assertThat(server.calls().stream().distinct())
                .hasSize(3)
                .allMatch(ids -> ids.size() == 100);
    }

    @Test
    void allOrNoneAreNone() {
        bad(Set.of("e142"), PolicyServer.indeterminate());

        assertThatExceptionOfType(DecisionPointUnavailable.class)
                .isThrownBy(() -> server.client(ONE_BY_ONE).decide(requests(300)));
        assertThat(server.calls()).hasSize(2);
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
