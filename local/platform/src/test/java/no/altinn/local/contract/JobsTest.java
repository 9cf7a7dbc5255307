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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a consumer has many deliveries made again. */
@ExtendWith(QuickRetries.class)
final class JobsTest {
    private final Platform platform;
    private final Consumer consumer;
    private final Instant start = Instant.now().minusSeconds(1);

    JobsTest(Platform platform) {
        this.platform = platform;
        this.consumer = Consumer.ttd(platform);
    }

    private String since() {
        return "{\"since\":\"%s\"}".formatted(start);
    }

    private String from(String more) {
        return "{\"from\":\"%s\"%s}".formatted(start, more);
    }

    @Test
    void whatHasDiedInAPeriodIsMadeAgainTogether() {
        consumer.dead(3);

        JsonNode job = consumer.job("retry", since());

        assertThat(job.path("kind").asText()).isEqualTo("retry");
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(counts(job)).containsExactly(3, 3, 0, 0);
        assertThat(Consumer.instant(job, "from")).isEqualTo(start);
        await().until(() -> consumer.deliveries("?status=delivered").size() == 3);
        assertThat(consumer.deliveries("?status=dead")).isEmpty();
    }

    private static List<Integer> counts(JsonNode job) {
        return List.of(
                job.path("examined").asInt(),
                job.path("started").asInt(),
                job.path("refused").asInt(),
                job.path("skipped").asInt());
    }

    @Test
    void onlyWhatWasMadeInThePeriodIsMadeAgain() {
        JsonNode dead = consumer.dead(1);
        String end = dead.path("created").asText();

        JsonNode job =
                consumer.job("retry", "{\"since\":\"%s\",\"until\":\"%s\"}".formatted(start, end));

        assertThat(counts(job)).containsExactly(0, 0, 0, 0);
        assertThat(Consumer.instant(job, "to")).isEqualTo(Instant.parse(end));
        assertThat(consumer.deliveries("?status=dead")).hasSize(1);
    }

    @Test
    @Tag("proof")
    void eventsAreReplayedWithWhatIsOlderThanTheSubscription() {
        List<String> missed = IntStream.range(0, 3).mapToObj(i -> consumer.publish()).toList();
        missed.forEach(event -> consumer.awaited(event, "delivered"));
        Inbox inbox = platform.inbox();
        int id =
                new Subscriber(platform, consumer.token())
                        .subscribed(
                                inbox.endPoint(), Map.of("resourceFilter", consumer.resource()));
        Consumer second = new Consumer(platform, consumer.token(), id, consumer.resource(), inbox);

        JsonNode job = second.job("replay", from(""));

        assertThat(job.path("kind").asText()).isEqualTo("replay");
        assertThat(counts(job)).containsExactly(3, 3, 0, 0);
        await().untilAsserted(
                        () ->
                                assertThat(inbox.pushedIds())
                                        .containsExactlyInAnyOrderElementsOf(missed));
        await().until(() -> second.deliveries("?status=delivered").size() == 3);
        JsonNode replayed = second.awaited(missed.get(0), "delivered");
        assertThat(replayed.path("attempts").get(0).path("trigger").asText()).isEqualTo("replay");
    }

    @Test
    @Tag("proof")
    void onlyWhatIsMissingIsReplayedIfThatIsWanted() {
        consumer.awaited(consumer.publish(), "delivered");
        String dead = consumer.dead(1).path("eventId").asText();

        JsonNode job = consumer.job("replay", from(",\"onlyMissing\":true"));

        assertThat(counts(job)).containsExactly(2, 1, 0, 1);
        consumer.awaited(dead, "delivered");
    }

    @Test
    @Tag("proof")
    void typesAndSubjectChooseWhatIsReplayed() {
        EventText wanted =
                EventText.on(consumer.resource()).with("type", "b").about("/party/50000001");
        platform.publish(wanted);
        platform.publish(EventText.on(consumer.resource()).with("type", "a"));
        platform.publish(
                EventText.on(consumer.resource()).with("type", "b").about("/party/50000002"));
        await().until(() -> consumer.deliveries("?status=delivered").size() == 3);

        JsonNode job =
                consumer.job(
                        "replay", from(",\"type\":[\"b\",\"c\"],\"subject\":\"/party/50000001\""));

        assertThat(counts(job)).containsExactly(1, 1, 0, 0);
        await().until(() -> consumer.inbox().pushedIds().size() == 4);
        assertThat(consumer.inbox().pushedIds()).endsWith(wanted.id());
    }

    @Test
    void progressIsSeenAndAnotherJobWaitsUntilTheFirstHasEndedOrIsCancelled() {
        consumer.publish();
        Reply begun = consumer.call("POST", "replay").json(from("")).send();
        String id = begun.json().path("id").asText();
        assertThat(begun.header("Location"))
                .contains(
                        platform.base()
                                + Platform.API
                                + "subscriptions/%d/jobs/%s".formatted(consumer.id(), id));
        // A replay up to now runs for some seconds, until all that was registered is readable.
        for (String path : List.of("replay", "retry")) {
            String body = path.equals("replay") ? from("") : since();
            Reply second = consumer.call("POST", path).json(body).send();
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.told()).isEqualTo("Another job is running.");
        }
        assertThat(consumer.get("jobs/" + id).path("status").asText()).isEqualTo("running");

        Reply cancelled = consumer.call("DELETE", "jobs/" + id).send();

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().path("status").asText()).isEqualTo("cancelled");
        assertThat(consumer.get("jobs/" + id).path("status").asText()).isEqualTo("cancelled");
        assertThat(consumer.job("retry", since()).path("status").asText()).isEqualTo("completed");
        assertThat(Consumer.list(consumer.get("jobs").path("jobs")))
                .extracting(job -> job.path("kind").asText())
                .containsExactly("retry", "replay");
    }

    @Test
    void theBeginningsOfAllAnswersAreErased() {
        String id = consumer.dead(1).path("id").asText();

        Reply begun = consumer.call("DELETE", "responses").send();

        assertThat(begun.status()).isEqualTo(202);
        JsonNode job = consumer.ended(begun);
        assertThat(job.path("kind").asText()).isEqualTo("redact");
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("examined").asInt()).isEqualTo(1);
        assertThat(job.has("from")).isFalse();
        assertThat(Consumer.list(consumer.get("deliveries/" + id).path("attempts")))
                .noneMatch(attempt -> attempt.has("response"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry | {} | The 'since' parameter must be defined.",
                "replay | {} | The 'from' parameter must be defined.",
                "replay | {'from':null} | The 'from' parameter must be defined.",
                "retry | {'since':'2026-01-01T00:00:00'} | The 'since' parameter must specify timezone.",
                "retry | {'since':'today'} | The 'since' parameter must be an instant.",
                "replay | {'from':'2020-01-01T00:00:00Z'} | The 'from' parameter must not be over 90",
                "replay | {'from':'2999-01-01T00:00:00Z'} | The 'from' parameter must not be in the",
                "replay | {'from':'NOW','to':'2999-01-01T00:00:00Z'} | The 'to' parameter must not be",
                "retry | {'since':'NOW','until':'BEFORE'} | The 'since' parameter must be before the",
                "replay | {'from':'NOW','type':[]} | The 'type' parameter must name 1 to 50 types.",
                "replay | {'from':'NOW','type':['']} | A text of the 'type' parameter must have 1 to",
                "replay | {'from':'NOW','subject':''} | A text of the 'subject' parameter must have 1",
                "replay | {'from':'NOW','subject':'\\u0001'} | A text of the 'subject' parameter must not"
            })
    void aWrongPeriodOrFilterIsTold(String path, String body, String why) {
        Reply reply = consumer.call("POST", path).json(filled(body)).send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.told()).startsWith(why);
        assertThat(consumer.get("jobs").path("jobs")).isEmpty();
    }

    private static String filled(String body) {
        Instant now = Instant.now().minusSeconds(5);
        return body.replace('\'', '"')
                .replace("NOW", now.toString())
                .replace("BEFORE", now.minus(Duration.ofHours(1)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'from':1}",
                "{'from':'NOW','type':'a'}",
                "{'from':'NOW','type':[1]}",
                "{'from':'NOW','subject':1}",
                "{'from':'NOW','onlyMissing':'yes'}",
                "{'from':'NOW','from':'NOW'}",
                "{'from':'NOW','unknown':1}",
                "[]",
                "'from'",
                "{"
            })
    void aBodyOfWrongTypesIsRefused(String body) {
        assertThat(consumer.call("POST", "replay").json(filled(body)).send().status())
                .isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeOrOfAnotherMediaTypeIsRefused() {
        String large = from(",\"subject\":\"%s\"".formatted("x".repeat(16 * 1024)));
        assertThat(consumer.call("POST", "replay").json(large).send().status()).isEqualTo(413);
        assertThat(consumer.call("POST", "replay").body("text/plain", from("")).send().status())
                .isEqualTo(415);
        String types = "\"t\",".repeat(50) + "\"t\"";
        Reply many = consumer.call("POST", "replay").json(from(",\"type\":[" + types + "]")).send();
        assertThat(many.status()).isEqualTo(400);
    }

    @Test
    void nothingIsDeliveredAgainToASubscriptionThatIsNotValidated() {
        try (Receiver failing = Receiver.failing(500)) {
            int id =
                    new Subscriber(platform, consumer.token())
                            .subscribe(
                                    failing.endPoint(),
                                    Map.of("resourceFilter", consumer.resource()))
                            .json()
                            .path("id")
                            .asInt();
            Consumer pending =
                    new Consumer(
                            platform, consumer.token(), id, consumer.resource(), consumer.inbox());

            Reply reply = pending.call("POST", "replay").json(from("")).send();

            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.told()).isEqualTo("The subscription is not validated.");
            new Subscriber(platform, consumer.token()).remove(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST retry",
                "POST replay",
                "DELETE responses",
                "GET jobs",
                "GET jobs/ID",
                "DELETE jobs/ID"
            })
    void onlyTheSubscriptionsCreatorGetsIn(String route) {
        Reply begun = consumer.call("POST", "replay").json(from("")).send();
        String id = begun.json().path("id").asText();
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
            for (String unknown : List.of("x", "A".repeat(36), "x".repeat(300), "%C3%A6")) {
                assertThat(status(method, consumer.id(), path.replace("ID", unknown), mine))
                        .isEqualTo(404);
            }
        }
        Reply anonymous =
                platform.api(
                                method,
                                "subscriptions/%d/%s"
                                        .formatted(consumer.id(), path.replace("ID", id)))
                        .send();
        assertThat(anonymous.status()).isEqualTo(401);
    }

    private int status(String method, int subscription, String path, String token) {
        Call call =
                platform.api(method, "subscriptions/%d/%s".formatted(subscription, path))
                        .bearer(token);
        return call.send().status();
    }
}
