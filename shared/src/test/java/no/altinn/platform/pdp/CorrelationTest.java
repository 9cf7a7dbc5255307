package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

final class CorrelationTest {
    private static final IncludedAttributes NO_ECHO = new IncludedAttributes(Set.of());
    private static final DecisionRequest FIRST = Requests.read(1, 50, "e1");
    private static final DecisionRequest SECOND = Requests.read(1, 51, "e2");

    private static Result answer(DecisionRequest to, Decision decision) {
        return new Result(decision, IncludedAttributes.expectedOf(to));
    }

    private static Result silent(Decision decision) {
        return new Result(decision, NO_ECHO);
    }

    private static void assertUncertain(List<DecisionRequest> requests, List<Result> results) {
        assertThatThrownBy(() -> Correlation.correlate(requests, results))
                .isInstanceOf(DecisionPointUnavailable.class);
    }

    @Test
    void resultsWithoutEchoAreTakenByPosition() {
        assertThat(
                        Correlation.correlate(
                                List.of(FIRST, SECOND),
                                List.of(silent(Decision.deny()), silent(Decision.permit()))))
                .containsExactly(Decision.deny(), Decision.permit());
    }

    @Test
    void resultsInAnotherOrderAreFoundByTheirEcho() {
        assertThat(
                        Correlation.correlate(
                                List.of(FIRST, SECOND),
                                List.of(
                                        answer(SECOND, Decision.permit()),
                                        answer(FIRST, Decision.deny()))))
                .containsExactly(Decision.deny(), Decision.permit());
    }

    @Test
    void someResultsMayLackTheirEchoInOrder() {
        assertThat(
                        Correlation.correlate(
                                List.of(FIRST, SECOND),
                                List.of(
                                        silent(Decision.permit()),
                                        answer(SECOND, Decision.deny()))))
                .containsExactly(Decision.permit(), Decision.deny());
    }

    @Test
    void someResultsMayNotLackTheirEchoOutOfOrder() {
        assertUncertain(
                List.of(FIRST, SECOND),
                List.of(answer(SECOND, Decision.permit()), silent(Decision.permit())));
    }

    @Test
    void tooFewAndTooManyResultsAreUncertain() {
        assertUncertain(List.of(FIRST, SECOND), List.of(answer(FIRST, Decision.permit())));
        assertUncertain(List.of(FIRST, SECOND), List.of(silent(Decision.permit())));
        assertUncertain(
                List.of(FIRST), List.of(silent(Decision.permit()), silent(Decision.permit())));
        assertUncertain(
                List.of(FIRST),
                List.of(answer(FIRST, Decision.permit()), answer(SECOND, Decision.permit())));
    }

    @Test
    void anAnswerToSomethingElseIsUncertain() {
        DecisionRequest other = Requests.read(1, 52, "e3");

        assertUncertain(List.of(FIRST), List.of(answer(other, Decision.permit())));
        assertUncertain(
                List.of(FIRST, SECOND),
                List.of(answer(FIRST, Decision.permit()), answer(other, Decision.permit())));
    }

    @Test
    void twoAnswersToOneRequestAreUncertain() {
        assertUncertain(
                List.of(FIRST, SECOND),
                List.of(answer(FIRST, Decision.deny()), answer(FIRST, Decision.permit())));
    }

    @Property(tries = 200)
    void everyRequestGetsItsOwnDecisionInWhateverOrderTheyCome(
            @ForAll @Size(min = 1, max = 30) List<Boolean> permits,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        List<DecisionRequest> requests =
                IntStream.range(0, permits.size())
                        .mapToObj(i -> Requests.read(1, 50, "e" + i))
                        .toList();
        List<Decision> decisions =
                permits.stream().map(yes -> yes ? Decision.permit() : Decision.deny()).toList();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            results.add(answer(requests.get(i), decisions.get(i)));
        }
        Collections.shuffle(results, new Random(seed));

        assertThat(Correlation.correlate(requests, results)).isEqualTo(decisions);
    }
}
