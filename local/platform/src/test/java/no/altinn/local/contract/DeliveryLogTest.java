package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a consumer looks at the deliveries of its subscription and has one made again. */
@ExtendWith(QuickRetries.class)
final class DeliveryLogTest {
    private final Platform platform;
    private final Consumer consumer;

    DeliveryLogTest(Platform platform) {
        this.platform = platform;
        this.consumer = Consumer.ttd(platform);
    }

    @Test
    void aDeliveryShowsItsEventAndItsAttempts() {
        Instant before = Instant.now().minusSeconds(1);
        String event = consumer.publish();

        JsonNode delivery = consumer.awaited(event, "delivered");

        assertThat(delivery.path("id").asText()).matches("[A-Za-z0-9_-]{43}");
        assertThat(delivery.path("eventId").asText()).isEqualTo(event);
        assertThat(delivery.path("type").asText()).isEqualTo(EventText.TYPE);
        assertThat(delivery.path("resource").asText()).isEqualTo(consumer.resource());
        assertThat(Consumer.instant(delivery, "created")).isAfter(before);
        assertThat(delivery.path("attemptCount").asInt()).isEqualTo(1);
        assertThat(delivery.path("lastStatus").asInt()).isEqualTo(200);
        assertThat(delivery.has("nextAttempt")).isFalse();
        assertThat(delivery.has("reason")).isFalse();
        JsonNode attempt = delivery.path("attempts").get(0);
        assertThat(attempt.path("number").asInt()).isEqualTo(1);
        assertThat(attempt.path("status").asInt()).isEqualTo(200);
        assertThat(attempt.path("trigger").asText()).isEqualTo("schedule");
        assertThat(Consumer.instant(attempt, "at")).isAfter(before);
        assertThat(attempt.path("durationMs").isIntegralNumber()).isTrue();
    }

    @Test
    void aConsumerFindsWhatFailedAndHasItMadeAgain() {
        JsonNode dead = consumer.dead(1);
        String id = dead.path("id").asText();
        assertThat(consumer.deliveries("?status=dead"))
                .singleElement()
                .satisfies(
                        listed -> {
                            assertThat(listed.path("id").asText()).isEqualTo(id);
                            assertThat(listed.path("lastStatus").asInt()).isEqualTo(503);
                            assertThat(listed.has("attempts")).isFalse();
                        });

        Reply retried = consumer.call("POST", "deliveries/" + id + "/retry").send();

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.json().path("status").asText()).isEqualTo("due");
        JsonNode delivered = consumer.awaited(dead.path("eventId").asText(), "delivered");
        assertThat(Consumer.list(delivered.path("attempts")))
                .extracting(
                        one -> one.path("number").asInt(),
                        one -> one.path("status").asInt(),
                        one -> one.path("trigger").asText(),
                        one -> one.path("errorKind").asText())
                .containsExactly(
                        tuple(1, 503, "schedule", "status"),
                        tuple(2, 503, "schedule", "status"),
                        tuple(3, 200, "retry", ""));
    }

    @Test
    void aDeliveryThatWasTakenIsMadeAgainToo() {
        String event = consumer.publish();
        String id = consumer.awaited(event, "delivered").path("id").asText();

        assertThat(consumer.call("POST", "deliveries/" + id + "/retry").json("{}").send().status())
                .isEqualTo(202);

        await().until(() -> consumer.inbox().pushedIds().equals(List.of(event, event)));
    }

    @Test
    void theListIsReadPageByPage() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(0, consumer.publish());
            consumer.awaited(events.get(0), "delivered");
        }
        List<String> read = new ArrayList<>();
        Call call = consumer.call("GET", "deliveries?size=2&status=delivered");
        Optional<String> next;
        int pages = 0;
        do {
            Reply page = call.send();
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            Consumer.list(page.json().path("deliveries"))
                    .forEach(one -> read.add(one.path("eventId").asText()));
            next = page.header("next");
            call = next.map(it -> platform.get(it).bearer(consumer.token())).orElse(call);
            pages++;
        } while (next.isPresent());

        assertThat(read).containsExactlyElementsOf(events);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void theAddressOfTheNextPageIsAbsoluteAndHoldsForThisListAlone() {
        consumer.awaited(consumer.publish(), "delivered");
        consumer.awaited(consumer.publish(), "delivered");
        String next = consumer.call("GET", "deliveries?size=1").send().next();
        String cursor = next.substring(next.indexOf("after=") + "after=".length());

        assertThat(next)
                .startsWith(
                        platform.base()
                                + Platform.API
                                + "subscriptions/%d/deliveries?".formatted(consumer.id()));
        refused("deliveries?size=1&status=dead&after=" + cursor, "cursor in the 'after'");
        Consumer other = Consumer.ttd(platform);
        Reply foreign = other.call("GET", "deliveries?size=1&after=" + cursor).send();
        assertThat(foreign.status()).isEqualTo(400);
    }

    @Test
    void deliveriesAreFoundByEventAndTime() {
        String first = consumer.publish();
        JsonNode delivery = consumer.awaited(first, "delivered");
        String second = consumer.publish();
        JsonNode later = consumer.awaited(second, "delivered");
        String between = later.path("created").asText();

        assertThat(ids("?eventId=" + first)).containsExactly(delivery.path("id").asText());
        assertThat(ids("?to=" + between)).containsExactly(delivery.path("id").asText());
        assertThat(ids("?from=" + between)).containsExactly(later.path("id").asText());
        assertThat(ids("?eventId=" + second + "&to=" + between)).isEmpty();
        assertThat(ids("?eventId=none")).isEmpty();
    }

    private List<String> ids(String query) {
        return consumer.deliveries(query).stream().map(one -> one.path("id").asText()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=0 | The 'size' parameter must be a whole number from 1 to 100.",
                "size=101 | The 'size' parameter must be a whole number from 1 to 100.",
                "status=gone | The 'status' parameter must be one of due, held",
                "from=2026-01-01T00:00:00 | The 'from' parameter must specify timezone.",
                "to=soon | The 'to' parameter must be an instant.",
                "from=2020-01-01T00:00:00Z | The 'from' parameter must not be over 90 days ago.",
                "to=2999-01-01T00:00:00Z | The 'to' parameter must not be in the future.",
                "after=~x | The cursor in the 'after' parameter was not made for this",
                "after=now | The cursor in the 'after' parameter was not made for this",
                "eventId=%01 | The 'eventId' parameter must not hold control characters"
            })
    void aWrongParameterIsTold(String query, String why) {
        refused("deliveries?" + query, why);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsTold() {
        Instant now = Instant.now();
        refused(
                "deliveries?from=%s&to=%s".formatted(now, now.minusSeconds(60)),
                "The 'from' parameter must be before the 'to' parameter.");
    }

    private void refused(String path, String why) {
        Reply reply = consumer.call("GET", path).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.told()).startsWith(why.startsWith("cursor") ? "The " + why : why);
    }

    @Test
    void aDeliveryThatWaitsForItsAttemptIsNotMadeAgain() {
        consumer.inbox().failing(503, 2);
        String event = consumer.publish();
        JsonNode due = consumer.awaited(event, "due");
        String id = due.path("id").asText();

        Reply reply = consumer.call("POST", "deliveries/" + id + "/retry").send();

        // The next attempt is due within the second, so it is as good as now.
        assertThat(reply.status()).isIn(202, 409);
        if (reply.status() == 409) {
            assertThat(reply.told()).isEqualTo("The delivery is waiting for its attempt already.");
        }
    }

    @Test
    void aDeliveryIsMadeAgainTenTimesAtMost() {
        String event = consumer.publish();
        String id = consumer.awaited(event, "delivered").path("id").asText();
        for (int round = 1; round <= 10; round++) {
            int attempts = round + 1;
            assertThat(retry(id).status()).isEqualTo(202);
            await().until(
                            () -> {
                                JsonNode now = consumer.get("deliveries/" + id);
                                return now.path("attemptCount").asInt() == attempts
                                        && now.path("status").asText().equals("delivered");
                            });
        }

        assertThat(retry(id).status()).isEqualTo(409);
        assertThat(retry(id).told()).isEqualTo("The delivery has been retried ten times.");
    }

    private Reply retry(String id) {
        return consumer.call("POST", "deliveries/" + id + "/retry").send();
    }

    @Test
    void aBodyThatIsNoneOfACommandIsRefused() {
        String path = "deliveries/" + "x".repeat(43) + "/retry";
        assertThat(consumer.call("POST", path).json("[]").send().status()).isEqualTo(400);
        assertThat(consumer.call("POST", path).json("{\"a\":1}").send().status()).isEqualTo(400);
        assertThat(consumer.call("POST", path).json("{").send().status()).isEqualTo(400);
        assertThat(consumer.call("POST", path).body("text/plain", "{}").send().status())
                .isEqualTo(415);
        assertThat(consumer.call("POST", path).json(" ".repeat(16 * 1024) + "{}").send().status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET deliveries",
                "GET deliveries/ID",
                "POST deliveries/ID/retry",
                "DELETE deliveries/ID/responses"
            })
    void onlyTheSubscriptionsCreatorGetsIn(String route) {
        String id = consumer.awaited(consumer.publish(), "delivered").path("id").asText();
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        Consumer other = Consumer.ttd(platform);

        for (String token :
                List.of(
                        platform.tokens().skd(),
                        platform.tokens().personA(),
                        platform.tokens().systemUser(),
                        platform.tokens().organisation("310000001"))) {
            assertThat(status(method, consumer.id(), path.replace("ID", id), token)).isEqualTo(403);
        }
        String mine = consumer.token();
        assertThat(status(method, 2147483647, path.replace("ID", id), mine)).isEqualTo(404);
        if (path.contains("ID")) {
            assertThat(status(method, other.id(), path.replace("ID", id), mine)).isEqualTo(404);
            for (String unknown : List.of("x", "x".repeat(43), "x".repeat(300), "%C3%A6")) {
                assertThat(status(method, consumer.id(), path.replace("ID", unknown), mine))
                        .isEqualTo(404);
            }
        }
        Reply noNumber =
                platform.api(method, "subscriptions/one/" + path.replace("ID", id))
                        .bearer(mine)
                        .send();
        assertThat(noNumber.status()).isEqualTo(400);
        Reply anonymous =
                platform.api(
                                method,
                                "subscriptions/%d/%s"
                                        .formatted(consumer.id(), path.replace("ID", id)))
                        .send();
        assertThat(anonymous.status()).isEqualTo(401);
    }

    private int status(String method, int subscription, String path, String token) {
        return platform.api(method, "subscriptions/%d/%s".formatted(subscription, path))
                .bearer(token)
                .send()
                .status();
    }

    @Test
    void theBeginningsOfAnswersAreErasedOnOneDelivery() {
        String id = consumer.dead(1).path("id").asText();

        Reply erased = consumer.call("DELETE", "deliveries/" + id + "/responses").send();

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.body()).isEmpty();
        assertThat(Consumer.list(consumer.get("deliveries/" + id).path("attempts")))
                .hasSize(2)
                .noneMatch(attempt -> attempt.has("response"));
    }

    @Test
    void aDeliveryWhoseEventWasErasedIsNotMadeAgain() {
        String event = consumer.publish();
        String id = consumer.awaited(event, "delivered").path("id").asText();
        Reply erased =
                platform.api(
                                "DELETE",
                                "storage/events/%s/%s?source=%s"
                                        .formatted(consumer.resource(), event, EventText.SOURCE))
                        .platformAccess(platform.tokens().platform())
                        .send();
        assertThat(erased.status()).as(erased.toString()).isBetween(200, 299);

        await().atMost(Duration.ofSeconds(15)).until(() -> retry(id).status() == 410);
        assertThat(retry(id).told()).isEqualTo("The event is no longer kept.");
    }

    @Test
    void aSubscriptionWithoutDeliveriesHasAnEmptyList() {
        assertThat(consumer.get("deliveries").toString()).isEqualTo("{\"deliveries\":[]}");
    }
}
