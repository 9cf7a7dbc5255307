package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Nonsense of every kind is the client's fault: a 4xx that gives nothing of the inside away. */
@ExtendWith(RunningPlatform.class)
final class BadInputTest {
    private static final String EVENT = "application/cloudevents+json";
    private static final String GOOD = EventText.on("urn:altinn:resource:ttd-bad-input").json();

    /** Bodies that are no JSON object at all. */
    static final List<String> NO_OBJECTS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "null",
                    "true",
                    "1",
                    "\"text\"",
                    "[]",
                    "[{}]",
                    "not json",
                    "{\"a\":}",
                    "{'a':1}",
                    "{\"a\":1,}",
                    "{\"a\":01}",
                    "{\"a\":NaN}",
                    "{\"a\":\"\u0001\"}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\ud800",
                    "{}{}",
                    "{} x",
                    "/* */{}",
                    "\uFEFF{",
                    "\u0000",
                    "<xml/>",
                    "[".repeat(20_000) + "]".repeat(20_000),
                    "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000),
                    "[".repeat(20_000));

    /** Events that are JSON, and no events. */
    static final List<String> NO_EVENTS =
            Stream.of(
                            "{}",
                            GOOD.replace("\"1.0\"", "\"0.3\""),
                            GOOD.replace("\"1.0\"", "1.0"),
                            member("id", "1"),
                            member("id", "\"\""),
                            member("id", "null"),
                            member("id", "{}"),
                            member("id", "[\"a\"]"),
                            member("source", "\"\""),
                            member("source", "\"not a uri\""),
                            member("source", "\"http://[\""),
                            member("source", "7"),
                            member("type", "\"\""),
                            member("type", "true"),
                            member("type", "[]"),
                            member("resource", "null"),
                            member("resource", "7"),
                            member("resource", "{}"),
                            with("subject", "7"),
                            with("subject", "\"\""),
                            with("time", "\"yesterday\""),
                            with("time", "\"2026-13-01T00:00:00Z\""),
                            with("time", "0"),
                            with("datacontenttype", "7"),
                            with("dataschema", "\"no uri\""),
                            with("data_base64", "\"***\""),
                            with("data_base64", "7"),
                            with("data", "1,\"data_base64\":\"AA==\""),
                            with("id", "\"twice\""),
                            with("resource", "\"urn:altinn:resource:ttd-x\""),
                            with("Not-A-Name", "\"x\""),
                            with("", "\"x\""),
                            with("extension", "{}"),
                            with("extension", "[1]"),
                            with("data", "[".repeat(501) + "]".repeat(501)))
                    .toList();

    private final Platform platform;
    private final Tokens tokens;

    BadInputTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @FieldSource("NO_OBJECTS")
    void aBodyThatIsNoJsonObjectIs400Everywhere(String body) {
        refused(trusted("events").body(EVENT, body));
        refused(trusted("storage/events").body(EVENT, body));
        refused(trusted("outbound").body(EVENT, body));
        refused(trusted("app").json(body));
        refused(trusted("subscriptions").json(body));
        refused(trusted("storage/events/logs").json(body));
    }

    @ParameterizedTest
    @FieldSource("NO_EVENTS")
    void whatIsNoCloudEventIs400(String body) {
        refused(trusted("events").body(EVENT, body));
        refused(
                trusted("events")
                        .body("application/cloudevents-batch+json", "[" + GOOD + "," + body + "]"));
    }

    @Test
    void theProblemSaysWhatIsWrongWithTheBody() {
        Reply reply = trusted("events").body(EVENT, "{\"specversion\":\"1.0\"}").send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").path("RequestBody").path(0).asText()).isNotEmpty();
    }

    @Test
    void bytesThatAreNoUtf8Are400() {
        byte[] event = GOOD.replace("thing.happened", "th?ng").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < event.length; i++) {
            if (event[i] == '?') {
                event[i] = (byte) 0xE5;
            }
        }
        refused(trusted("events").body(EVENT, event));
        refused(trusted("app").body("application/json", event));
        refused(trusted("subscriptions").body("application/json", event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"endPoint\":7}",
                "{\"endPoint\":[]}",
                "{\"endPoint\":\"https://altinn.no/\",\"resourceFilter\":7}",
                "{\"endPoint\":\"https://altinn.no/\",\"subjectFilter\":{}}",
                "{\"endPoint\":\"https://altinn.no/\",\"typeFilter\":[\"a\"]}",
                "{\"endPoint\":\"https://altinn.no/\",\"includeSubunits\":\"true\"}",
                "{\"endPoint\":\"https://altinn.no/\",\"includeSubunits\":1}",
                "{\"endPoint\":\"https://altinn.no/\",\"endPoint\":\"https://altinn.no/\"}"
            })
    void aSubscriptionsMembersMustBeOfTheirType(String body) {
        refused(trusted("subscriptions").json(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~x", "~%00", "~../..", "~'", "~-1", "~%F0%9F%AB%90", "~{}"})
    void aGarbageCursorIs400OrTheStart(String after) {
        String cursor = after.replace("{", "%7B").replace("}", "%7D");
        harmless(get("events?resource=urn:altinn:resource:ttd-x&after=" + cursor));
        harmless(get("app/ttd/x?after=" + cursor));
        harmless(get("app/party?party=1&after=" + cursor));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=x",
                "size=1e3",
                "size=2147483648",
                "size=-99999999999",
                "size=0x10",
                "size=%F0%9F%AB%90",
                "party=x",
                "party=2147483648",
                "party=1.5",
                "unit=%D9%A1%D9%A2%D9%A3%D9%A1%D9%A2%D9%A3%D9%A1%D9%A2%D9%A3",
                "from=yesterday",
                "from=2026-02-30T00:00:00Z",
                "from=2026-01-01",
                "from=0",
                "from=2026-01-01T25:00:00Z",
                "from=2026-01-01T00:00:00%2B99:00",
                "to=x",
                "to=%00"
            })
    void aParameterThatIsNotOfItsTypeIs400(String parameter) {
        refused(get("app/ttd/x?after=0&" + parameter));
        String party = parameter.matches("(party|unit).*") ? "" : "party=1&";
        refused(get("app/party?after=0&" + party + parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-99999", "%2B999999999"})
    void aTimeBeyondAllTimesIsHarmless(String year) {
        harmless(get("app/ttd/x?after=0&from=" + year + "-01-01T00:00:00Z"));
        harmless(get("app/ttd/x?after=0&to=" + year + "-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=x", "size=99999999999"})
    void aSizeThatIsNoNumberIs400(String parameter) {
        refused(get("events?after=0&resource=urn:altinn:resource:ttd-x&" + parameter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/api/v1/events?after=%zz&resource=urn:altinn:resource:ttd-x",
                "/events/api/v1/events?after=%&resource=urn:altinn:resource:ttd-x",
                "/events/api/v1/events?after=0&resource=urn:altinn:resource:ttd-x|y",
                "/events/api/v1/events?after=0&resource=urn:altinn:resource:{x}",
                "/events/api/v1/events?after=\"0\"&resource=urn:altinn:resource:x",
                "/events/api/v1/subscriptions/%zz",
                "/events/api/v1/subscriptions/%",
                "/events/api/v1/subscriptions/%00",
                "/events/api/v1/subscriptions/1%2F2",
                "/events/api/v1/subscriptions/..%2f..%2fetc",
                "/events/api/v1/../../../etc/passwd",
                "/events/api/v1/app/%2F/x",
                "//evil.example/events/api/v1/health/x",
                "/events/api/v1/app/party?after=0&party=1&from=%",
                "/events//api/v1/subscriptions/x",
                "/\u0000",
                "/events/api/v1/subscriptions/\u0000",
                "/events/api/v1/subscriptions/å",
                "events/api/v1/health",
                "http://[/"
            })
    void aRequestLineThatIsNoneIs4xx(String path) {
        String answer = new RawHttp(platform.base()).get(path, tokens.ttd());
        assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 499);
        givesNothingAway(answer);
    }

    @Test
    void encodedSlashesInAnAppsNameAreHarmless() {
        harmless(get("app/ttd%2F..%2Fskd/x?after=0"));
        harmless(get("app/ttd/%2F?after=0"));
        harmless(get("app/%00/%C3%A5?after=0"));
        harmless(get("app/t%20d/x'%3B--?after=0"));
    }

    @Test
    void aHeaderOf20KibibytesIsHarmless() {
        String long20 = "x".repeat(20 * 1024);
        Reply token = platform.api("GET", "subscriptions").bearer(long20).send();
        assertThat(token.status()).isEqualTo(401);
        Reply cookie =
                platform.api("GET", "subscriptions")
                        .header("Cookie", ".ALTINNTOKEN=" + long20)
                        .send();
        assertThat(cookie.status()).isEqualTo(401);
        harmless(
                get("events?after=0&resource=urn:altinn:resource:ttd-x")
                        .header("Altinn-AlternativeSubject", long20));
        refusedOrUnknown(get("app/party?after=0").header("person", long20));
        refused(trusted("events").body(EVENT + "; x=" + long20, GOOD), 415);
    }

    @Test
    void moreHeadersThanTheServerTakesAre431() {
        Reply reply = get("subscriptions").header("x", "y".repeat(40 * 1024)).send();
        assertThat(reply.status()).isEqualTo(431);
    }

    @Test
    void aQueryThatGrowsInNextIsStillAnswered() {
        EventText event = EventText.on(Platform.resource());
        platform.publish(event);
        String resource = event.json().replaceAll(".*\"resource\":\"([^\"]*)\".*", "$1");
        String more = "&type=" + EventText.TYPE + "&type=" + "/".repeat(12_000);
        Reply page = platform.reading(resource, more).bearer(tokens.ttd()).send();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.ids()).containsExactly(event.id());
    }

    private Call trusted(String path) {
        return platform.api("POST", path)
                .bearer(tokens.ttd())
                .platformAccess(path.equals("app") ? tokens.app("x") : tokens.platform());
    }

    private Call get(String path) {
        return platform.api("GET", path).bearer(tokens.ttd());
    }

    private static void refused(Call call) {
        refused(call, 400);
    }

    private static void refused(Call call, int status) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.told()).isNotEmpty();
        givesNothingAway(reply.body());
    }

    private static void refusedOrUnknown(Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isIn(400, 404);
        givesNothingAway(reply.body());
    }

    private static void harmless(Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 499);
        givesNothingAway(reply.body());
    }

    private static void givesNothingAway(String body) {
        assertThat(body)
                .doesNotContain("Exception", "\tat ", "no.altinn", "java.", "jackson", "Stream")
                .doesNotContain("com.", "org.eclipse", "`", "Feature", "[Source", "class ");
    }

    private static String member(String name, String rawJson) {
        return GOOD.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":" + rawJson);
    }

    private static String with(String name, String rawJson) {
        return EventText.on("urn:altinn:resource:ttd-bad-input").jsonWith(name, rawJson);
    }
}
