package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requests about the deliveries of subscriptions that together get every answer which the document
 * names, but for those of outages.
 */
final class DocumentedDeliveries {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String NOBODY = "2147483647";
    private static final String NOTHING = "A".repeat(43);
    private static final String LOCKS = "{\"lockTokens\":[\"none\"]}";
    private static final Set<String> JOBS = Set.of("/responses", "/retry", "/replay");
    private static final int TOO_MUCH = 16 * 1024 + 1;

    /**
     * An operation on a subscription.
     *
     * @param path below the subscription's address
     * @param body in order; empty where the operation has none
     * @param isOfPull whether it is for subscriptions whose events are fetched
     */
    private record Asked(String method, String path, String body, boolean isOfPull) {
        static Asked get(String path) {
            return new Asked("GET", path, "", false);
        }

        static Asked delete(String path) {
            return new Asked("DELETE", path, "", false);
        }

        static Asked post(String path, String body) {
            return new Asked("POST", path, body, false);
        }

        static Asked pull(String path, String body) {
            return new Asked("POST", path, body, true);
        }
    }

    private final Platform platform;
    private final ExampleThings things;
    private final Inbox inbox;
    private final int push;
    private final int pull;
    private final List<Asked> asked;

    DocumentedDeliveries(Platform platform) {
        String since = Instant.now().minus(Duration.ofHours(1)).toString();
        this.platform = platform;
        this.things = new ExampleThings(platform);
        this.inbox = platform.inbox();
        this.push = things.subscription(inbox);
        this.pull = things.pullSubscription();
        String delivery = "/deliveries/" + things.failedDelivery(push, inbox);
        this.asked =
                List.of(
                        Asked.get("/deliveries"),
                        Asked.get(delivery),
                        Asked.post(delivery + "/retry", "{}"),
                        Asked.delete(delivery + "/responses"),
                        Asked.delete("/responses"),
                        Asked.post("/retry", "{\"since\":\"%s\"}".formatted(since)),
                        Asked.post("/replay", "{\"from\":\"%s\"}".formatted(since)),
                        Asked.get("/jobs"),
                        Asked.post("/test", "{}"),
                        Asked.post("/pause", "{}"),
                        Asked.post("/resume", "{}"),
                        new Asked("PUT", "/rate", "{\"ratePerMinute\":null}", false),
                        Asked.get("/secret"),
                        Asked.post("/secret/rotate", "{}"),
                        Asked.get("/statistics"),
                        Asked.pull("/receive", "{}"),
                        Asked.pull("/acknowledge", LOCKS),
                        Asked.pull("/release", LOCKS),
                        Asked.pull("/reject", LOCKS),
                        Asked.pull("/renew", LOCKS));
    }

    Stream<Call> all() {
        return Stream.of(taken(), refused(), bodies(), jobs(), conflicts(), gone(), keys())
                .flatMap(calls -> calls);
    }

    private static Stream<Call> bothWays(Call call) {
        return Stream.of(call, call.header("Accept", PROBLEM));
    }

    private static Call with(Asked one, Call call) {
        return one.body().isEmpty() ? call : call.json(one.body());
    }

    private Call own(Asked one) {
        int id = one.isOfPull() ? pull : push;
        return with(one, things.own(one.method(), id + one.path()));
    }

    private Call on(Asked one, String id) {
        return with(one, platform.api(one.method(), "subscriptions/" + id + one.path()));
    }

    /** Jobs that follow each other at once may meet, so each is on a subscription of its own. */
    private Stream<Call> taken() {
        return asked.stream()
                .map(
                        one ->
                                JOBS.contains(one.path())
                                        ? with(
                                                one,
                                                things.own(
                                                        one.method(),
                                                        things.subscription(platform.inbox())
                                                                + one.path()))
                                        : own(one));
    }

    private Stream<Call> refused() {
        return asked.stream()
                .flatMap(
                        one ->
                                Stream.of(
                                                Stream.of(
                                                        with(
                                                                one,
                                                                things.own(
                                                                        one.method(),
                                                                        "x" + one.path()))),
                                                bothWays(on(one, Integer.toString(push))),
                                                bothWays(
                                                        on(one, Integer.toString(push))
                                                                .bearer(platform.tokens().skd())),
                                                bothWays(
                                                        on(one, NOBODY)
                                                                .bearer(platform.tokens().skd())))
                                        .flatMap(calls -> calls));
    }

    private Stream<Call> bodies() {
        String tooMuch = "{\"x\":\"%s\"}".formatted("x".repeat(TOO_MUCH));
        return asked.stream()
                .filter(one -> !one.body().isEmpty())
                .flatMap(
                        one ->
                                Stream.of(
                                        own(one).chunked(JSON, "{}"),
                                        own(one).json(tooMuch),
                                        own(one).header("Content-Encoding", "gzip")));
    }

    private Stream<Call> jobs() {
        String hour = Instant.now().minus(Duration.ofHours(1)).toString();
        int id = things.subscription(platform.inbox());
        Reply started =
                things.own("POST", id + "/replay").json("{\"from\":\"%s\"}".formatted(hour)).send();
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        String job = "/jobs/" + started.json().path("id").asText();
        return Stream.of(Asked.get(job), Asked.delete(job))
                .flatMap(
                        one ->
                                Stream.of(
                                                Stream.of(
                                                        things.own(one.method(), id + one.path()),
                                                        things.own(one.method(), "x" + one.path())),
                                                bothWays(on(one, Integer.toString(id))),
                                                bothWays(
                                                        on(one, Integer.toString(id))
                                                                .bearer(platform.tokens().skd())),
                                                bothWays(
                                                        things.own(
                                                                one.method(), id + "/jobs/none")))
                                        .flatMap(calls -> calls));
    }

    /** On a paused subscription, and on one of the other kind. */
    private Stream<Call> conflicts() {
        Inbox quiet = platform.inbox();
        int paused = things.subscription(quiet);
        EventText event = things.published();
        String delivery = things.delivery(paused, event, 1).path("id").asText();
        assertThat(things.own("POST", paused + "/pause").send().status()).isEqualTo(200);
        String hour = Instant.now().minus(Duration.ofHours(1)).toString();
        Stream<Call> ofPull =
                asked.stream()
                        .filter(Asked::isOfPull)
                        .map(one -> with(one, things.own("POST", push + one.path())));
        return Stream.concat(
                ofPull,
                Stream.of(
                        things.own("POST", paused + "/deliveries/" + delivery + "/retry"),
                        things.own("POST", paused + "/retry")
                                .json("{\"since\":\"%s\"}".formatted(hour)),
                        things.own("POST", paused + "/replay")
                                .json("{\"from\":\"%s\"}".formatted(hour)),
                        things.own("POST", pull + "/test"),
                        things.own("GET", pull + "/secret"),
                        things.own("POST", pull + "/secret/rotate"),
                        things.own("PUT", pull + "/rate").json("{\"ratePerMinute\":null}")));
    }

    /** Of an event that has been erased, no delivery is tried again. */
    private Stream<Call> gone() {
        int id = things.subscription(platform.inbox());
        EventText event = things.published();
        String delivery = things.delivery(id, event, 1).path("id").asText();
        String source = URLEncoder.encode(EventText.SOURCE, StandardCharsets.UTF_8);
        Reply erased =
                platform.api(
                                "DELETE",
                                "storage/events/%s/%s?source=%s"
                                        .formatted(ExampleThings.RESOURCE, event.id(), source))
                        .platformAccess(platform.tokens().platform())
                        .send();
        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        return Stream.of(things.own("POST", id + "/deliveries/" + delivery + "/retry"));
    }

    private Stream<Call> keys() {
        Call keys = platform.api("GET", "signing-keys/" + things.keySet());
        Call nothing = platform.api("GET", "signing-keys/" + NOTHING.substring(0, 22));
        return Stream.of(keys, nothing);
    }
}
