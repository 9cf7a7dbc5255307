package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

/** How subscriptions are paused, resumed, stopped and limited. */
@ExtendWith(RunningPlatform.class)
final class ServingTest {
    private static final String OPERATIONS = "urn:altinn:resource:altinn-events-operations";

    /** What is known of subscriptions is five seconds old at most. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Platform platform;
    private final Subscriber ttd;
    private final String resource = Platform.resource();
    private final Inbox inbox;

    ServingTest(Platform platform) {
        this.platform = platform;
        this.ttd = new Subscriber(platform, platform.tokens().ttd());
        this.inbox = platform.inbox();
    }

    private int subscribed() {
        return ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
    }

    private String publish() {
        String event = EventText.on(resource).about("/party/50000001").json();
        Reply published = platform.publishing(event).bearer(platform.tokens().ttd()).send();
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        return event;
    }

    /** Publishes an event, and waits until another subscription to the resource has it. */
    private String publishUntilOthersHaveIt() {
        Inbox other = platform.inbox();
        ttd.subscribed(other.endPoint(), Map.of("resourceFilter", resource));
        String event = publish();
        await().atMost(SOON).untilAsserted(() -> assertThat(other.pushed()).contains(event));
        return event;
    }

    @Test
    void whatIsPausedHoldsItsEventsAndGetsThemWhenItIsResumed() {
        int id = subscribed();
        JsonNode paused = ttd.command(id, "pause", "").json();
        assertThat(paused.path("state").asText()).isEqualTo("paused");
        assertThat(paused.path("reason").asText()).isEqualTo("owner");
        assertThat(paused.path("since").asText()).endsWith("Z");
        assertThat(paused.path("validated").asBoolean()).isTrue();
        assertThat(ttd.command(id, "pause", "{}").json()).isEqualTo(paused);
        assertThat(ttd.read(id).json()).isEqualTo(paused);
        String event = publishUntilOthersHaveIt();
        assertThat(inbox.pushed()).isEmpty();

        JsonNode resumed = ttd.command(id, "resume", "").json();

        assertThat(resumed.has("state")).isFalse();
        assertThat(resumed.has("reason")).isFalse();
        assertThat(resumed.has("since")).isFalse();
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(event));
    }

    @Test
    void whatIsDiscardedDoesNotCome() {
        int id = subscribed();
        ttd.command(id, "pause", "");
        publishUntilOthersHaveIt();

        assertThat(ttd.command(id, "resume", "{\"discard\":true}").status()).isEqualTo(200);
        String later = publish();

        await().atMost(SOON).untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(later));
    }

    @Test
    void anEndPointThatIsGoneStopsItsSubscriptionAndResumingValidatesAnew() {
        int id = subscribed();
        inbox.failing(410, 1);
        publish();

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(ttd.read(id).json().path("state").asText())
                                        .isEqualTo("stopped"));
        JsonNode stopped = ttd.read(id).json();
        assertThat(stopped.path("validated").asBoolean()).isFalse();
        assertThat(stopped.has("reason")).isFalse();
        int validations = inbox.validations().size();

        assertThat(ttd.command(id, "resume", "").json().has("state")).isFalse();

        await().atMost(SOON).until(() -> ttd.read(id).json().path("validated").asBoolean());
        assertThat(inbox.validations()).hasSize(validations + 1);
        String event = publish();
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox.pushed()).contains(event));
    }

    @Test
    void oldClientsReviveAStoppedSubscriptionByAskingForItAgain() {
        int id = subscribed();
        inbox.failing(410, 1);
        publish();
        await().atMost(SOON)
                .until(() -> ttd.read(id).json().path("state").asText().equals("stopped"));

        assertThat(subscribed()).isEqualTo(id);

        assertThat(ttd.read(id).json().has("state")).isFalse();
    }

    @Test
    @Tag("proof")
    void anEndPointThatAsksToWaitIsCalledThen() {
        subscribed();
        inbox.answering(
                "{\"status\":503,\"times\":1,\"headers\":{\"Retry-After\":\"16\"},"
                        + "\"body\":\"Busy\"}");
        String event = publish();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(event, event));

        // The schedule alone would have it after ten seconds, give or take one.
        assertThat(
                        Duration.between(
                                inbox.receivedAt(inbox.requests().size() - 2),
                                inbox.receivedAt(inbox.requests().size() - 1)))
                .isGreaterThan(Duration.ofSeconds(12));
    }

    @Test
    void anEndPointThatFailsOftenIsLeftAlone() {
        subscribed();
        inbox.answering("{\"status\":500}");
        for (int i = 0; i < 10; i++) {
            publish();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox.pushed()).hasSize(10));

        publishUntilOthersHaveIt();

        assertThat(inbox.pushed()).hasSize(10);
    }

    @Test
    @Tag("proof")
    void anEndPointGetsAsManyEventsAMinuteAsItsSubscriberSays() {
        int id = subscribed();
        assertThat(ttd.limit(id, "{\"ratePerMinute\":30}").json().path("ratePerMinute").asInt())
                .isEqualTo(30);
        for (int i = 0; i < 4; i++) {
            publish();
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(inbox.pushed()).hasSize(4));
        int last = inbox.requests().size() - 1;
        assertThat(Duration.between(inbox.receivedAt(last - 3), inbox.receivedAt(last)))
                .isGreaterThan(Duration.ofSeconds(5));
        assertThat(ttd.limit(id, "{\"ratePerMinute\":null}").json().has("ratePerMinute")).isFalse();
    }

    @Test
    void theRateThatAValidationAllowsCounts() {
        inbox.answering("{\"status\":200,\"headers\":{\"WebHook-Allowed-Rate\":\"120\"}}");

        int id = subscribed();

        assertThat(ttd.read(id).json().path("ratePerMinute").asInt()).isEqualTo(120);
    }

    @Test
    void whatBecomesOfASubscriptionIsToldToItsConsumer() {
        Inbox operations = platform.inbox();
        String subject = ttd.read(subscribed()).json().path("consumer").asText();
        ttd.subscribed(
                operations.endPoint(),
                Map.of("resourceFilter", OPERATIONS, "subjectFilter", subject));
        int id = ttd.list().json().path("subscriptions").path(0).path("id").asInt();

        ttd.command(id, "pause", "");

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(operations.pushed())
                                        .anyMatch(
                                                event ->
                                                        event.contains(
                                                                        "platform.events"
                                                                                + ".subscription.paused")
                                                                && event.contains(
                                                                        "\"id\":" + id + ",")));
        ttd.command(id, "resume", "");
    }

    @Test
    void othersSubscriptionsAreNotToldOf() {
        Reply refused =
                ttd.subscribe(
                        inbox.endPoint(),
                        Map.of("resourceFilter", OPERATIONS, "subjectFilter", "/org/other"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", OPERATIONS)).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume"})
    void commandsAreTheirOwnersAlone(String command) {
        int id = subscribed();
        Subscriber other = new Subscriber(platform, platform.tokens().personA());

        assertThat(other.command(id, command, "").status()).isEqualTo(403);
        assertThat(other.limit(id, "{\"ratePerMinute\":1}").status()).isEqualTo(403);
        assertThat(ttd.command(999_999, command, "").status()).isEqualTo(404);
        assertThat(platform.api("POST", "subscriptions/" + id + "/" + command).send().status())
                .isEqualTo(401);
        assertThat(ttd.read(id).json().has("state")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pause|[]",
                "pause|{\"discard\":true}",
                "pause|{",
                "resume|{\"discard\":\"yes\"}",
                "resume|{\"discard\":true,\"discard\":false}",
                "resume|{\"discrad\":true}",
                "rate|{}",
                "rate|{\"ratePerMinute\":0}",
                "rate|{\"ratePerMinute\":60001}",
                "rate|{\"ratePerMinute\":1.5}",
                "rate|{\"ratePerMinute\":\"60\"}",
                "rate|{\"ratePerMinute\":-1}"
            })
    void whatCannotBeIsRefused(String command, String json) {
        int id = subscribed();

        Reply reply = command.equals("rate") ? ttd.limit(id, json) : ttd.command(id, command, json);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("errors").path("RequestBody").path(0).asText()).isNotEmpty();
        assertThat(ttd.read(id).json().has("state")).isFalse();
    }
}
