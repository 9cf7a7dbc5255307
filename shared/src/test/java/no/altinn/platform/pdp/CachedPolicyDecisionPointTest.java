package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class CachedPolicyDecisionPointTest {
    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final List<List<DecisionRequest>> asked = new ArrayList<>();
    private boolean away;
    private final CachedPolicyDecisionPoint cached =
            new CachedPolicyDecisionPoint(this::decide, CachedPolicyDecisionPoint.MAX_AGE, clock);

    /** Permits party 50 and denies all others. */
    private List<Decision> decide(List<DecisionRequest> requests) {
        asked.add(requests);
        if (away) {
            throw new DecisionPointUnavailable("away");
        }
        return requests.stream()
                .map(
                        request ->
                                request.resource().get(0).value().equals("50")
                                        ? Decision.permit()
                                        : Decision.deny())
                .toList();
    }

    private Decision ask(DecisionRequest request) {
        return cached.decide(List.of(request)).get(0);
    }

    @Test
    void permitsAndDenialsAreRememberedForFiveMinutes() {
        ask(Requests.read(1, 50, "e1"));
        ask(Requests.read(1, 51, "e1"));
        clock.advance(CachedPolicyDecisionPoint.MAX_AGE.minusSeconds(1));
        assertThat(ask(Requests.read(1, 50, "e1")).permits()).isTrue();
        assertThat(ask(Requests.read(1, 51, "e1")).permits()).isFalse();
        assertThat(asked).hasSize(2);

        clock.advance(Duration.ofSeconds(1));
        ask(Requests.read(1, 50, "e1"));
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatNoPolicyDependsOnSharesADecision() {
        ask(Requests.read(1, 50, "e1"));
        ask(Requests.read(1, 50, "e2"));

        assertThat(asked).hasSize(1);
    }

    @Test
    void anotherSubjectResourceOrActionNeverSharesADecision() {
        DecisionRequest request = Requests.read(1, 50, "e1");

        ask(request);
        ask(Requests.read(2, 50, "e1"));
        assertThat(ask(Requests.read(1, 51, "e1")).permits()).isFalse();
        ask(
                new DecisionRequest(
                        request.subject(),
                        DecisionRequest.action("subscribe"),
                        request.resource()));
        ask(
                new DecisionRequest(
                        request.subject().stream().map(Attribute::integer).toList(),
                        request.action(),
                        request.resource()));

        assertThat(asked).hasSize(5);
    }

    @Test
    void textsThatJoinToTheSameAreStillDifferent() {
        Attribute one = Attribute.of("a", "50");
        Attribute two = Attribute.of("b", "c");
        Attribute joined = Attribute.of("a", "50b=c");

        ask(new DecisionRequest(List.of(), List.of(), List.of(one, two)));
        ask(new DecisionRequest(List.of(), List.of(), List.of(joined)));
        ask(new DecisionRequest(List.of(two), List.of(), List.of(one)));

        assertThat(asked).hasSize(3);
    }

    @Test
    void theOrderOfAttributesIsNoDifference() {
        Attribute one = Attribute.of("a", "50");
        Attribute two = Attribute.of("b", "51");

        ask(new DecisionRequest(List.of(), List.of(), List.of(one, two)));

        assertThat(ask(new DecisionRequest(List.of(), List.of(), List.of(two, one))).permits())
                .isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void equalRequestsOfOneCallAreAskedOnceAndAllAnsweredInOrder() {
        List<Decision> decisions =
                cached.decide(
                        List.of(
                                Requests.read(1, 50, "e1"),
                                Requests.read(1, 51, "e2"),
                                Requests.read(1, 50, "e3")));

        assertThat(decisions)
                .containsExactly(Decision.permit(), Decision.deny(), Decision.permit());
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).hasSize(2);
    }

    @Test
    void onlyWhatIsNotKnownIsAsked() {
        ask(Requests.read(1, 50, "e1"));

        cached.decide(List.of(Requests.read(1, 51, "e1"), Requests.read(1, 50, "e1")));

        assertThat(asked.get(1)).containsExactly(Requests.read(1, 51, "e1"));
    }

    @Test
    void aFailureIsNeverRemembered() {
        away = true;
        assertThatThrownBy(() -> ask(Requests.read(1, 50, "e1")))
                .isInstanceOf(DecisionPointUnavailable.class);
        away = false;

        assertThat(ask(Requests.read(1, 50, "e1")).permits()).isTrue();
    }

    @Test
    void whatIsRememberedOutlastsAFailure() {
        ask(Requests.read(1, 50, "e1"));
        away = true;

        assertThat(ask(Requests.read(1, 50, "e1")).permits()).isTrue();
    }

    @Test
    void whatIsForgottenIsAskedAgain() {
        ask(Requests.read(1, 50, "e1"));

        cached.forget();

        ask(Requests.read(1, 50, "e1"));
        ask(Requests.read(1, 50, "e1"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerToAQuestionFromBeforeIsNotRemembered() {
        CachedPolicyDecisionPoint[] one = new CachedPolicyDecisionPoint[1];
        one[0] =
                new CachedPolicyDecisionPoint(
                        requests -> {
                            List<Decision> answer = decide(requests);
                            one[0].forget();
                            return answer;
                        },
                        CachedPolicyDecisionPoint.MAX_AGE,
                        clock);

        one[0].decide(List.of(Requests.read(1, 50, "e1")));
        one[0].decide(List.of(Requests.read(1, 50, "e1")));

        assertThat(asked).hasSize(2);
    }

    @Test
    void decisionsAreRememberedForAsLongAsIsSaid() {
        PolicyDecisionPoint shorter =
                new CachedPolicyDecisionPoint(this::decide, Duration.ofSeconds(10), clock);
        shorter.decide(List.of(Requests.read(1, 50, "e1")));
        clock.advance(Duration.ofSeconds(9));
        shorter.decide(List.of(Requests.read(1, 50, "e1")));
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        shorter.decide(List.of(Requests.read(1, 50, "e1")));
        assertThat(asked).hasSize(2);
    }

    @Test
    void nothingIsRememberedForNoTime() {
        PolicyDecisionPoint none =
                new CachedPolicyDecisionPoint(this::decide, Duration.ZERO, clock);
        none.decide(List.of(Requests.read(1, 50, "e1")));
        none.decide(List.of(Requests.read(1, 50, "e1")));

        assertThat(asked).hasSize(2);
    }

    @Test
    void nothingIsRememberedForLongerThanFiveMinutes() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CachedPolicyDecisionPoint(
                                        this::decide, Duration.ofSeconds(301), clock));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CachedPolicyDecisionPoint(
                                        this::decide, Duration.ofSeconds(-1), clock));
    }

    @Test
    void ofRequestsEachForItselfTheDecidedAreRememberedAndEqualOnesAreAskedOnce() {
        DecisionRequest bad = Requests.read(1, 0, "e0");
        PolicyDecisionPoint each =
                new CachedPolicyDecisionPoint(
                        new PolicyDecisionPoint() {
                            @Override
                            public List<Decision> decide(List<DecisionRequest> requests) {
                                throw new AssertionError("all or none");
                            }

                            @Override
                            public List<Optional<Decision>> decideEach(
                                    List<DecisionRequest> requests) {
                                asked.add(requests);
                                return requests.stream()
                                        .map(
                                                one ->
                                                        one.equals(bad)
                                                                ? Optional.<Decision>empty()
                                                                : Optional.of(Decision.permit()))
                                        .toList();
                            }
                        },
                        CachedPolicyDecisionPoint.MAX_AGE,
                        clock);
        List<DecisionRequest> requests =
                List.of(
                        Requests.read(1, 50, "e1"),
                        bad,
                        Requests.read(1, 50, "e2"),
                        Requests.read(1, 51, "e1"));

        for (int time = 0; time < 2; time++) {
            assertThat(each.decideEach(requests))
                    .containsExactly(
                            Optional.of(Decision.permit()),
                            Optional.empty(),
                            Optional.of(Decision.permit()),
                            Optional.of(Decision.permit()));
        }
        assertThat(asked)
                .containsExactly(List.of(requests.get(0), bad, requests.get(3)), List.of(bad));
    }
}
