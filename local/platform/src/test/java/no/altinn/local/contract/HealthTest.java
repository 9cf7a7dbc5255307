package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** How a consumer sees how a subscription does. */
@ExtendWith(RunningPlatform.class)
final class HealthTest {
    private final Platform platform;
    private final Subscriber ttd;
    private final String resource = Platform.resource();
    private final Inbox inbox;
    private int id;

    HealthTest(Platform platform) {
        this.platform = platform;
        this.ttd = new Subscriber(platform, platform.tokens().ttd());
        this.inbox = platform.inbox();
    }

    @BeforeEach
    void subscribe() {
        id = ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
    }

    private Reply statistics(String query) {
        return ask("GET", "statistics" + query, ttd.token());
    }

    private Reply ask(String method, String path, String token) {
        return platform.api(method, "subscriptions/" + id + "/" + path).bearer(token).send();
    }

    @Test
    void attemptsAreCountedInTheirHourAtOnce() {
        platform.publish(EventText.on(resource));

        await().untilAsserted(
                        () ->
                                assertThat(statistics("").json().path("successRate").asDouble())
                                        .isEqualTo(1));
        JsonNode told = statistics("").json();
        assertThat(told.path("state").asText()).isEqualTo("active");
        assertThat(told.path("breaker").path("state").asText()).isEqualTo("closed");
        assertThat(told.path("held").asInt()).isZero();
        assertThat(told.path("hours")).hasSize(24);
        assertThat(
                        told.path("hours").findValues("attempts").stream()
                                .mapToInt(JsonNode::asInt)
                                .sum())
                .isEqualTo(1);
        assertThat(told.path("p95Ms").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2161", "all", "1.5", "99999999999"})
    void aNumberOfHoursThatIsOutOfRangeIsRefused(String hours) {
        Reply refused = statistics("?hours=" + hours);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("'hours'");
    }

    @Test
    void upToNinetyDaysAreTold() {
        assertThat(statistics("?hours=2160").json().path("hours")).hasSize(2_160);
        assertThat(statistics("?hours=1").json().path("hours")).hasSize(1);
    }

    @Test
    void aTestTellsWhatTheEndpointAnswered() {
        inbox.failing(503, 1);

        JsonNode failed = ask("POST", "test", ttd.token()).json().path("attempt");
        JsonNode taken = ask("POST", "test", ttd.token()).json().path("attempt");

        assertThat(failed.path("status").asInt()).isEqualTo(503);
        assertThat(failed.path("errorKind").asText()).isEqualTo("status");
        assertThat(taken.path("status").asInt()).isBetween(200, 299);
        assertThat(taken.has("errorKind")).isFalse();
        assertThat(inbox.pushed())
                .hasSize(2)
                .allMatch(body -> body.contains("platform.events.testsubscription"));
        assertThat(statistics("").json().has("successRate")).isFalse();
    }

    @Test
    void aSeventhTestInAMinuteIsRefused() {
        for (int i = 0; i < 6; i++) {
            assertThat(ask("POST", "test", ttd.token()).status()).isEqualTo(200);
        }

        Reply refused = ask("POST", "test", ttd.token());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET statistics", "POST test"})
    void anotherConsumersSubscriptionIsForbiddenAndAnUnknownOneNotFound(String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1);

        assertThat(ask(method, path, platform.tokens().personA()).status()).isEqualTo(403);
        id = Integer.MAX_VALUE;
        Reply unknown = ask(method, path, ttd.token());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEmpty();
    }
}
