package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.json.Json;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class HttpPolicyDecisionPointTest {
    private final LoopbackServer server = new LoopbackServer();
    private final PolicyDecisionPoint decisionPoint =
            new HttpPolicyDecisionPoint(
                    new PlatformHttp(
                            new HttpLimits(
                                    Duration.ofSeconds(2),
                                    Duration.ofSeconds(5),
                                    Duration.ZERO,
                                    1 << 20)),
                    server.uri("/authorization/api/v1/"),
                    "the-key",
                    new SideBySide(Runnable::run, 1),
                    Clock.systemUTC());

    @AfterEach
    void stop() {
        server.close();
    }

    private static String answer(List<String> decisions) {
        return decisions.stream()
                .map(decision -> "{\"decision\":\"" + decision + "\"}")
                .collect(Collectors.joining(",", "{\"response\":[", "]}"));
    }

    private static List<DecisionRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> Requests.read(1, 50, "e" + i)).toList();
    }

    @Test
    void theDecisionPointIsAskedWithTheKeyOfTheGateway() {
        server.answer(200, answer(List.of("Permit")));

        assertThat(decisionPoint.decide(requests(1))).containsExactly(Decision.permit());

        RecordedRequest request = server.take();
        assertThat(request.getRequestLine()).startsWith("POST /authorization/api/v1/decision ");
        assertThat(request.getHeaders().get("Ocp-Apim-Subscription-Key")).isEqualTo("the-key");
    }

    @Test
    void nothingIsAskedForNothing() {
        assertThat(decisionPoint.decide(List.of())).isEmpty();
        assertThat(server.requests()).isZero();
    }

    @Test
    void moreThanAHundredAreAskedInSeveralCalls() {
        server.answer(200, answer(Collections.nCopies(100, "Permit")));
        server.answer(200, answer(List.of("Deny")));

        List<Decision> decisions = decisionPoint.decide(requests(101));

        assertThat(decisions).hasSize(101);
        assertThat(decisions.subList(0, 100)).containsOnly(Decision.permit());
        assertThat(decisions.get(100)).isEqualTo(Decision.deny());
        assertThat(
                        Json.parse(server.take().getBody().utf8())
                                .at("/request/multiRequests/requestReference"))
                .hasSize(100);
        assertThat(Json.parse(server.take().getBody().utf8()).at("/request/multiRequests"))
                .isEmpty();
    }

    @Test
    void aBatchThatCollapsedToOneResultPermitsNothing() {
        server.answer(200, answer(List.of("Indeterminate")));

        assertThatThrownBy(() -> decisionPoint.decide(requests(3)))
                .isInstanceOf(DecisionPointUnavailable.class);
    }

    @Test
    void oneResultForManyRequestsPermitsNothing() {
        server.answer(200, answer(List.of("Permit")));

        assertThatThrownBy(() -> decisionPoint.decide(requests(3)))
                .isInstanceOf(DecisionPointUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"400,''", "401,''", "404,''", "302,''", "204,''", "200,<html>", "200,''"})
    void anythingButAnAnswerIsAFailure(int status, String body) {
        server.answer(status, body);

        assertThatThrownBy(() -> decisionPoint.decide(requests(1)))
                .isInstanceOf(DecisionPointUnavailable.class);
    }

    @Test
    void aPermitUnderAnErrorStatusPermitsNothing() {
        server.answer(403, answer(List.of("Permit")));

        assertThatThrownBy(() -> decisionPoint.decide(requests(1)))
                .isInstanceOf(DecisionPointUnavailable.class);
    }

    @Test
    void aDecisionPointThatIsAwayIsAFailure() {
        server.close();

        assertThatThrownBy(() -> decisionPoint.decide(requests(1)))
                .isInstanceOf(DecisionPointUnavailable.class);
    }
}
