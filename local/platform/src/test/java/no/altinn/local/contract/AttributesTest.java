package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Attributes hold to CloudEvents' types and to the bounds of this service; data is free. */
@ExtendWith(RunningPlatform.class)
final class AttributesTest {
    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Platform platform;
    private final Tokens tokens;
    private final String resource = Platform.resource();

    AttributesTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | \"\\ud800\"",
                "id | \"x\\udc00y\"",
                "id | \"a\\u0000\"",
                "type | \"\\u0085\"",
                "subject | \"\\ufdd0\"",
                "source | \"https://s.example/\\ud800\"",
                "alternativesubject | \"\\n\"",
                "extension | \"\\uffff\"",
                "time | \"2026-01-02T03:04Z\"",
                "extension | 1.5",
                "extension | 3000000000",
                "dataschema | \"x\"",
                "datacontenttype | \"json\"",
                "data_base64 | \"AA\""
            })
    void aValueThatIsNoneOfItsTypeIs400AndStoresNothing(String attribute, String raw) {
        String event = EventText.on(resource).without(attribute).jsonWith(attribute, raw);

        refusedFor(attribute, trusted("events").body(EVENT, event));
        refusedFor(attribute, trusted("events").body(BATCH, "[" + event + "]"));
        for (String path : List.of("storage/events", "inbound", "outbound", "push")) {
            refusedFor(attribute, trusted(path).body(EVENT, event));
        }
        assertThat(read("").ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id, 1024",
        "type, 1024",
        "subject, 1024",
        "alternativesubject, 1024",
        "source, 2048",
        "extension, 4096"
    })
    void anAttributeIsBounded(String attribute, int most) {
        EventText longest = EventText.on(resource).with(attribute, "x".repeat(most));
        platform.publish(longest);

        String longer = longest.with(attribute, "x".repeat(most + 1)).json();
        refusedFor(attribute, trusted("events").body(EVENT, longer));
        assertThat(read("").ids()).containsExactly(longest.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-12-31T23:59:60Z",
                "2026-01-02T03:04:05.123456789012Z",
                "2026-01-02t03:04:05-23:59"
            })
    void aTimeOfRfc3339IsKeptAsWritten(String time) {
        platform.publish(EventText.on(resource).with("time", time));

        assertThat(read("").json().path(0).path("time").asText()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "{\"\\udc00\":\"x\\udc00y\",\"a\":[\"\\u0000\",\"\\uffff\"]}"
            })
    void dataIsGivenBackAndPushedWithItsEscapes(String data) {
        Inbox inbox = platform.inbox();
        new Subscriber(platform, tokens.ttd())
                .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        EventText first = EventText.on(resource);
        String event = first.jsonWith("data", data);
        assertThat(trusted("events").body(EVENT, event).send().status()).isEqualTo(200);
        EventText last = EventText.on(resource);
        platform.publish(last);

        assertThat(read("").body()).isEqualTo("[" + event + "," + last.json() + "]");
        await().untilAsserted(() -> assertThat(inbox.pushed()).contains(event, last.json()));
    }

    @Test
    void eventsWhoseIdsDifferInTextAloneAreTwo() {
        String question = EventText.on(resource).with("id", "x?y").json();
        String replacement = EventText.on(resource).with("id", "x\uFFFDy").json();
        String escaped = replacement.replace("\uFFFD", "\\ufffd");

        assertThat(trusted("events").body(EVENT, question).send().status()).isEqualTo(200);
        assertThat(trusted("events").body(EVENT, escaped).send().status()).isEqualTo(200);

        assertThat(read("").ids()).containsExactly("x?y", "x\uFFFDy");
    }

    @Test
    void theCharacterThatStandsForBadBytesIsWrittenAsAnEscape() {
        String event = EventText.on(resource).with("subject", "\uFFFD").json();
        Reply reply = trusted("events").body(EVENT, event).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/RequestBody/0").asText()).contains("\\ufffd");
    }

    @Test
    void nextCanBeFollowedWhateverTheIdIs() {
        for (String id : List.of("x".repeat(500), "y".repeat(1_024), "😀".repeat(1_024), "a b%")) {
            platform.publish(EventText.on(resource).with("id", id));
            String next = read("").next();
            EventText later = EventText.on(resource);
            platform.publish(later);

            Reply page = platform.get(next).bearer(tokens.ttd()).send();

            assertThat(next).hasSizeLessThan(2_000);
            assertThat(page.ids()).containsExactly(later.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "type", "after", "resource", "other"})
    void aParameterThatNoAttributeCanEqualIs400(String parameter) {
        for (String value : List.of("%00", "a%0D%0A", "%C2%85", "%EF%BF%BF", "%FF", "%ED%A0%80")) {
            String query = parameter + "=" + value + "&after=0&resource=" + resource;
            Reply reply = platform.api("GET", "events?" + query).bearer(tokens.ttd()).send();

            assertThat(reply.status()).as(value).isEqualTo(400);
            assertThat(reply.told()).contains("'" + parameter + "'");
        }
        for (String path : List.of("app/ttd/x?", "app/party?party=1&")) {
            String query = parameter + "=%C2%85&after=0";
            Reply reply = platform.api("GET", path + query).bearer(tokens.ttd()).send();

            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.told()).contains("'" + parameter + "'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Altinn-AlternativeSubject, events?after=0&resource=urn:altinn:resource:ttd-x",
        "person, app/party?after=0"
    })
    void aHeaderThatNoAttributeCanEqualIs400(String header, String path) {
        String request =
                "GET /%s%s HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer %s\r\n%s: /person/1\u0085\r\nConnection: close\r\n\r\n"
                        .formatted(Platform.API, path, tokens.ttd(), header);
        String answer = new RawHttp(platform.base()).exchange(request);

        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("'" + header + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subjectFilter", "typeFilter"})
    void aFilterThatNoEventCanMatchIs400(String filter) {
        String body =
                "{\"endPoint\":\"https://receiver.invalid/in\",\"resourceFilter\":\"%s\",\"%s\":\"\\ud800\"}"
                        .formatted(resource, filter);
        Reply reply = trusted("subscriptions").json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.told()).containsIgnoringCase(filter.replace("Filter", " filter"));
    }

    @Test
    void aLogEntryThatHoldsNoTextIs400() {
        String body =
                "{\"cloudEventId\":\"f3bb6a3d-2b8b-4a3e-9d3f-0123456789ab\",\"statusCode\":200,\"endpoint\":\"\\ud800\"}";
        Reply reply = trusted("storage/events/logs").json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.told()).contains("'endpoint'");
    }

    private void refusedFor(String attribute, Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().at("/errors/RequestBody/0").asText())
                .contains("'" + attribute + "' must");
        Refusal.givesNothingAway(reply.body());
    }

    private Call trusted(String path) {
        return platform.api("POST", path).bearer(tokens.ttd()).platformAccess(tokens.platform());
    }

    private Reply read(String more) {
        Reply page = platform.reading(resource, more).bearer(tokens.ttd()).send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page;
    }
}
