package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, parameters and headers that make no sense are the client's fault. */
@ExtendWith(RunningPlatform.class)
final class BadRequestsTest {
    private final Platform platform;
    private final Tokens tokens;

    BadRequestsTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~x", "~%00", "~../..", "~'", "~-1", "~%F0%9F%AB%90", "~{}"})
    void aGarbageCursorIs400OrTheStart(String after) {
        String cursor = after.replace("{", "%7B").replace("}", "%7D");
        Refusal.harmless(get("events?resource=urn:altinn:resource:ttd-x&after=" + cursor));
        Refusal.harmless(get("app/ttd/x?after=" + cursor));
        Refusal.harmless(get("app/party?party=1&after=" + cursor));
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
        Refusal.refused(get("app/ttd/x?after=0&" + parameter));
        String party = parameter.matches("(party|unit).*") ? "" : "party=1&";
        Refusal.refused(get("app/party?after=0&" + party + parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-99999", "%2B999999999"})
    void aTimeBeyondAllTimesIsHarmless(String year) {
        Refusal.harmless(get("app/ttd/x?after=0&from=" + year + "-01-01T00:00:00Z"));
        Refusal.harmless(get("app/ttd/x?after=0&to=" + year + "-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=x", "size=99999999999"})
    void aSizeThatIsNoNumberIs400(String parameter) {
        Refusal.refused(get("events?after=0&resource=urn:altinn:resource:ttd-x&" + parameter));
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
        Refusal.givesNothingAway(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%00", "\u0000", "a b", "../../../../../x"})
    void aTargetThatIsNoneIsToldBeforeTheConnectionIsClosed(String id) {
        String answer =
                new RawHttp(platform.base())
                        .exchange(
                                "GET /events/api/v1/subscriptions/%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .formatted(id));
        assertThat(RawHttp.status(answer)).isEqualTo(400);
        assertThat(answer)
                .contains("\r\nConnection: close\r\n")
                .contains("\r\nContent-Type: application/problem+json; charset=utf-8\r\n")
                .contains("\"status\":400,\"detail\":\"The request");
        Refusal.givesNothingAway(answer);
    }

    @Test
    void encodedSlashesInAnAppsNameAreHarmless() {
        Refusal.harmless(get("app/ttd%2F..%2Fskd/x?after=0"));
        Refusal.harmless(get("app/ttd/%2F?after=0"));
        Refusal.harmless(get("app/%00/%C3%A5?after=0"));
        Refusal.harmless(get("app/t%20d/x'%3B--?after=0"));
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
        Refusal.harmless(
                get("events?after=0&resource=urn:altinn:resource:ttd-x")
                        .header("Altinn-AlternativeSubject", long20));
        Refusal.refusedOrUnknown(get("app/party?after=0").header("person", long20));
        Refusal.refused(
                platform.publishing("{}")
                        .header("Content-Type", "application/cloudevents+json; x=" + long20)
                        .bearer(tokens.ttd()),
                415);
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

    private Call get(String path) {
        return platform.api("GET", path).bearer(tokens.ttd());
    }
}
