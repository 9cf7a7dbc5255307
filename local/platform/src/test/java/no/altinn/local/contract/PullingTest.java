package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a consumer without an endpoint fetches its events. */
@ExtendWith(RunningPlatform.class)
final class PullingTest {
    private static final String WAIT = "{\"maxWaitSeconds\":20,\"maxEvents\":100}";
    private static final String TOKEN = "{\"lockTokens\":[\"x\"]}";

    private final Platform platform;
    private final Subscriber ttd;
    private final String resource = Platform.resource();
    private final int id;

    PullingTest(Platform platform) {
        this.platform = platform;
        this.ttd = new Subscriber(platform, platform.tokens().ttd());
        this.id = subscribe().json().path("id").asInt();
    }

    private Reply subscribe() {
        return subscribe("{\"deliveryMode\":\"pull\",\"resourceFilter\":\"%s\"}");
    }

    private Reply subscribe(String body) {
        return platform.api("POST", "subscriptions")
                .json(body.formatted(resource))
                .bearer(ttd.token())
                .send();
    }

    private Reply ask(String operation, String body) {
        return ask(id, operation, body);
    }

    private Reply ask(int subscription, String operation, String body) {
        return platform.api("POST", "subscriptions/" + subscription + "/" + operation)
                .json(body)
                .bearer(ttd.token())
                .send();
    }

    private List<JsonNode> receive(String body) {
        Reply reply = ask("receive", body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().path("value").valueStream().toList();
    }

    /** The token of the one event that is waited for. */
    private String received() {
        List<JsonNode> events = receive(WAIT);
        assertThat(events).hasSize(1);
        return token(events.get(0));
    }

    private static String token(JsonNode received) {
        return received.path("brokerProperties").path("lockToken").asText();
    }

    private static String naming(String... tokens) {
        return Json.object()
                .set("lockTokens", Json.parse("[\"" + String.join("\",\"", tokens) + "\"]"))
                .toString();
    }

    private void assertSucceeded(Reply reply, String token) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json())
                .isEqualTo(
                        Json.parse(
                                "{\"succeededLockTokens\":[\"%s\"],\"failedLockTokens\":[]}"
                                        .formatted(token)));
    }

    private void assertFailed(Reply reply, String token, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        JsonNode failed = reply.json().path("failedLockTokens").path(0);
        assertThat(reply.json().path("succeededLockTokens")).isEmpty();
        assertThat(failed.path("lockToken").asText()).isEqualTo(token);
        assertThat(failed.path("error").path("code").asText()).isEqualTo(code);
        assertThat(failed.path("error").path("message").asText()).isNotEmpty();
    }

    @Test
    void aPullSubscriptionIsValidAtOnceAndSaysWhatItIs() {
        Reply again = subscribe();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asInt()).isEqualTo(id);
        assertThat(again.json().path("deliveryMode").asText()).isEqualTo("pull");
        assertThat(again.json().path("validated").asBoolean()).isTrue();
        assertThat(again.json().has("endPoint")).isFalse();
        assertThat(ttd.read(id).json()).isEqualTo(again.json());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{} | Missing or invalid endpoint to push events towards",
                "{'deliveryMode':'push'} | Missing or invalid endpoint to push events towards",
                "{'deliveryMode':'queue'} | Delivery mode must be 'push' or 'pull'.",
                "{'deliveryMode':'pull','endPoint':'https://a.example/'} | Endpoint is not"
                        + " supported for subscriptions with delivery mode 'pull'."
            })
    void whatCannotBeSubscribedToIsToldAsAString(String body, String text) {
        Reply refused = subscribe(body.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo(Json.string(text));
    }

    @Test
    void anEventIsFetchedAsItWasPublishedByAReceiverThatWaitsForIt() {
        String event =
                EventText.on(resource)
                        .with("myextension", "blåbær 🫐")
                        .jsonWith("data", "{\"z\":12345678901234567890, \"a\":[1.0,1e400]}");
        CompletableFuture<Reply> waiting =
                CompletableFuture.supplyAsync(() -> ask("receive", WAIT));
        platform.publishing(event).bearer(platform.tokens().ttd()).send();

        Reply reply = waiting.join();

        assertThat(reply.contentType()).startsWith("application/json");
        assertThat(reply.body()).contains(",\"event\":" + event + "}");
        JsonNode received = reply.json().path("value").path(0);
        assertThat(received.path("brokerProperties").path("deliveryCount").asInt()).isEqualTo(1);
        assertThat(token(received)).hasSizeBetween(1, 200);
        assertThat(ask("receive", "{}").body()).isEqualTo("{\"value\":[]}");
        assertSucceeded(ask("acknowledge", naming(token(received))), token(received));
        assertFailed(ask("acknowledge", naming(token(received))), token(received), "TokenLost");
    }

    @Test
    void whoDoesNotWaitIsAnsweredAtOnceAlsoWithoutABody() {
        Reply reply =
                platform.api("POST", "subscriptions/" + id + "/receive").bearer(ttd.token()).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"value\":[]}");
    }

    @Test
    void anEventThatIsGivenBackIsFetchedAgain() {
        platform.publish(EventText.on(resource));
        String token = received();

        assertSucceeded(ask("release", naming(token)), token);

        List<JsonNode> again = receive(WAIT);
        assertThat(again).hasSize(1);
        assertThat(again.get(0).path("brokerProperties").path("deliveryCount").asInt())
                .isEqualTo(2);
        assertThat(token(again.get(0))).isNotEqualTo(token);
        assertFailed(ask("acknowledge", naming(token)), token, "TokenLost");
    }

    @Test
    void anEventThatIsGivenBackForLaterIsNotFetchedNow() {
        platform.publish(EventText.on(resource));
        String token = received();

        assertSucceeded(
                ask(
                        "release",
                        "{\"lockTokens\":[\"%s\"],\"releaseDelaySeconds\":3600}".formatted(token)),
                token);

        assertThat(receive("{}")).isEmpty();
    }

    @Test
    void anEventThatIsRejectedIsDead() {
        platform.publish(EventText.on(resource));
        String token = received();

        assertSucceeded(ask("reject", naming(token)), token);

        assertThat(receive("{}")).isEmpty();
        assertThat(delivery().path("status").asText()).isEqualTo("dead");
        assertThat(delivery().path("lastFailure").path("reason").asText())
                .isEqualTo("rejected by the receiver");
    }

    private JsonNode delivery() {
        return platform.call("GET", "local/deliveries")
                .send()
                .json()
                .path("newest")
                .valueStream()
                .filter(one -> one.path("subscription").asInt() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void howLongTheOldestEventHasWaitedIsToldAndWhatBecameOfTheFetchedOnes() {
        assertThat(statistics().has("oldestDueSeconds")).isFalse();
        platform.publish(EventText.on(resource));
        await().untilAsserted(() -> assertThat(statistics().has("oldestDueSeconds")).isTrue());

        String token = received();
        assertSucceeded(ask("acknowledge", naming(token)), token);

        assertThat(statistics().has("oldestDueSeconds")).isFalse();
        assertThat(statistics().path("successRate").asDouble()).isEqualTo(1);
    }

    @Test
    void aPausedSubscriptionGivesNothingUntilItIsResumed() {
        platform.publish(EventText.on(resource));
        await().until(() -> statistics().has("oldestDueSeconds"));
        assertThat(ask("pause", "{}").status()).isEqualTo(200);
        assertThat(receive("{}")).isEmpty();

        assertThat(ask("resume", "{}").status()).isEqualTo(200);

        assertThat(receive(WAIT)).hasSize(1);
    }

    @Test
    void aRejectedEventIsFetchedAgainAfterARetryAndEachLockIsAnAttempt() {
        platform.publish(EventText.on(resource));
        String token = received();
        ask("reject", naming(token));
        String path = "subscriptions/" + id + "/deliveries/" + delivery().path("id").asText();

        Reply retried = platform.api("POST", path + "/retry").bearer(ttd.token()).send();
        assertThat(retried.status()).isEqualTo(202);
        List<JsonNode> again = receive(WAIT);
        assertThat(again.get(0).path("brokerProperties").path("deliveryCount").asInt())
                .isEqualTo(2);
        ask("acknowledge", naming(token(again.get(0))));

        JsonNode told = platform.api("GET", path).bearer(ttd.token()).send().json();
        assertThat(told.path("status").asText()).isEqualTo("delivered");
        assertThat(told.path("attempts").valueStream().map(one -> one.path("error").asText("")))
                .containsExactly("rejected by the receiver", "");
        assertThat(told.path("attempts").valueStream().noneMatch(one -> one.has("status")))
                .isTrue();
    }

    private JsonNode statistics() {
        return platform.api("GET", "subscriptions/" + id + "/statistics?hours=1")
                .bearer(ttd.token())
                .send()
                .json();
    }

    @Test
    void aLockIsRenewedByItsToken() {
        platform.publish(EventText.on(resource));
        String token = received();

        assertSucceeded(
                ask("renew", "{\"lockTokens\":[\"%s\"],\"lockSeconds\":600}".formatted(token)),
                token);

        assertThat(delivery().path("status").asText()).isEqualTo("locked");
        assertSucceeded(ask("acknowledge", naming(token)), token);
        assertThat(delivery().path("status").asText()).isEqualTo("delivered");
        assertThat(delivery().has("lastFailure")).isFalse();
    }

    @Test
    void manyReceiversAtOnceGetEachEventOnce() {
        Set<String> published =
                IntStream.range(0, 40)
                        .mapToObj(i -> EventText.on(resource))
                        .peek(platform::publish)
                        .map(EventText::id)
                        .collect(Collectors.toSet());
        Set<String> got = Collections.synchronizedSet(new HashSet<>());

        CompletableFuture.allOf(
                        IntStream.range(0, 8)
                                .mapToObj(
                                        i ->
                                                CompletableFuture.runAsync(
                                                        () -> fetchAll(got, published.size())))
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(got).isEqualTo(published);
    }

    private void fetchAll(Set<String> got, int all) {
        await().until(
                        () -> {
                            for (JsonNode one : receive("{\"maxEvents\":3}")) {
                                String event = one.path("event").path("id").asText();
                                assertThat(got.add(event)).as(event).isTrue();
                                assertSucceeded(ask("acknowledge", naming(token(one))), token(one));
                            }
                            return got.size() == all;
                        });
    }

    @Test
    void aTokenThatIsNoneAndOneOfAnotherSubscriptionAreBad() {
        int other =
                subscribe(
                                "{\"deliveryMode\":\"pull\",\"resourceFilter\":\"%s\","
                                        + "\"typeFilter\":\"thing.happened\"}")
                        .json()
                        .path("id")
                        .asInt();
        platform.publish(EventText.on(resource));
        String token = received();

        for (String operation : List.of("acknowledge", "release", "reject", "renew")) {
            assertFailed(ask(other, operation, naming(token)), token, "BadToken");
            assertFailed(ask(operation, naming("nonsense")), "nonsense", "BadToken");
        }
        assertSucceeded(ask("acknowledge", naming(token, token)), token);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{'maxEvents':0} | 'maxEvents' must be a whole number from 1 to 100.",
                "{'maxEvents':101} | 'maxEvents' must be a whole number from 1 to 100.",
                "{'maxEvents':'1'} | 'maxEvents' must be a whole number of 32 bits.",
                "{'maxEvents':1.5} | 'maxEvents' must be a whole number of 32 bits.",
                "{'maxWaitSeconds':-1} | 'maxWaitSeconds' must be a whole number from 0 to 20.",
                "{'maxWaitSeconds':21} | 'maxWaitSeconds' must be a whole number from 0 to 20.",
                "{'lockSeconds':14} | 'lockSeconds' must be a whole number from 15 to 600.",
                "{'lockSeconds':601} | 'lockSeconds' must be a whole number from 15 to 600.",
                "{'lockSeconds':true} | 'lockSeconds' must be a whole number of 32 bits.",
                "{'maxEvents':1,'maxEvents':2} | Duplicate field 'maxEvents'",
                "{'maxevent':1} | The body may have only",
                "[] | The body must be a JSON object.",
                "{ | The body is not valid JSON"
            })
    void whatAReceiverCannotAskForIsRefused(String body, String reason) {
        assertRefused(ask("receive", body.replace('\'', '"')), reason);
    }

    private static void assertRefused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.json().path("errors").path("RequestBody").toString()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'maxEvents':1,'maxWaitSeconds':0,'lockSeconds':15}",
                "{'maxEvents':100,'lockSeconds':600}",
                "{'MAXEVENTS':null}"
            })
    void theBoundsThemselvesAreTaken(String body) {
        assertThat(ask("receive", body.replace('\'', '"')).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "release", "reject", "renew"})
    void oneToAHundredTokensAreNamed(String operation) {
        String list = "'lockTokens' must be a list of 1 to 100 strings.";
        String[] most = IntStream.range(0, 100).mapToObj(i -> "t" + i).toArray(String[]::new);
        String[] more = IntStream.range(0, 101).mapToObj(i -> "t" + i).toArray(String[]::new);

        assertRefused(ask(operation, "{}"), list);
        assertRefused(ask(operation, ""), list);
        assertRefused(ask(operation, "{\"lockTokens\":[]}"), list);
        assertRefused(ask(operation, naming(more)), list);
        assertRefused(ask(operation, "{\"lockTokens\":\"a\"}"), "'lockTokens' must be a list");
        assertRefused(ask(operation, "{\"lockTokens\":[1]}"), "'lockTokens' must be a list");
        assertRefused(ask(operation, "{\"lockTokens\":[null]}"), "'lockTokens' must be a list");
        assertRefused(ask(operation, "{\"lockTokens\":[\"a\"],\"x\":1}"), "may have only");
        assertThat(ask(operation, naming(most)).json().path("failedLockTokens")).hasSize(100);
        assertThat(ask(operation, naming("x".repeat(16 * 1024))).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "release, releaseDelaySeconds, 1",
        "release, releaseDelaySeconds, -1",
        "release, releaseDelaySeconds, 3601",
        "release, releaseDelaySeconds, true",
        "renew, lockSeconds, 14",
        "renew, lockSeconds, 601"
    })
    void aTimeThatIsOutOfItsRangeIsRefused(String operation, String name, String value) {
        assertRefused(
                ask(operation, "{\"lockTokens\":[\"a\"],\"%s\":%s}".formatted(name, value)),
                "'" + name + "' must be ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 60, 600, 3_600})
    void everyDelayOfTheContractIsTaken(int seconds) {
        Reply reply =
                ask(
                        "release",
                        "{\"lockTokens\":[\"a\"],\"releaseDelaySeconds\":%d}".formatted(seconds));

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive", "acknowledge", "release", "reject", "renew"})
    void onlyTheConsumerOfAPullSubscriptionFetchesFromIt(String operation) {
        String body = operation.equals("receive") ? "{}" : TOKEN;
        int pushed =
                ttd.subscribe(platform.inbox().endPoint(), Map.of("resourceFilter", resource))
                        .json()
                        .path("id")
                        .asInt();
        String path = "subscriptions/" + id + "/" + operation;

        assertThat(platform.api("POST", path).json(body).send().status()).isEqualTo(401);
        Reply foreign =
                platform.api("POST", path).json(body).bearer(platform.tokens().personA()).send();
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.body()).isEmpty();
        Reply unknown = ask(Integer.MAX_VALUE, operation, body);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEmpty();
        Reply refused = ask(pushed, operation, body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.told()).isEqualTo("The subscription is not a pull subscription.");
        assertThat(
                        platform.api("POST", "subscriptions/x/" + operation)
                                .json(body)
                                .bearer(ttd.token())
                                .send()
                                .status())
                .isEqualTo(400);
        assertThat(
                        platform.api("POST", path)
                                .body("text/plain", body)
                                .bearer(ttd.token())
                                .send()
                                .status())
                .isEqualTo(415);
        ttd.remove(pushed);
    }

    @Test
    void aPullSubscriptionHasNoEndpointToTest() {
        Reply refused = ask("test", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.told()).isEqualTo("A pull subscription has no endpoint.");
    }
}
