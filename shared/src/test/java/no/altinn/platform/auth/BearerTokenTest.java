package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;

final class BearerTokenTest {
    private static final URI URL = URI.create("https://platform.altinn.no/events/api/v1/events");

    private final BearerToken bearer = new BearerToken("AltinnStudioRuntime", URL);

    private static Request request(String method, Map<String, String> headers) {
        return new Request(method, URL, headers, "");
    }

    private static Request get(Map<String, String> headers) {
        return request("GET", headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER   a.b.c  "})
    void theSchemeIsReadInAnyCase(String header) {
        assertThat(bearer.find(get(Map.of("Authorization", header)))).contains("a.b.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearera.b.c", "a.b.c", ""})
    void anotherSchemeIsNoBearerToken(String header) {
        assertThat(bearer.find(get(Map.of("Authorization", header)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer "})
    void aBearerWithoutTokenIsOneThatIsBad(String header) {
        assertThat(bearer.find(get(Map.of("Authorization", header)))).contains("");
    }

    @Test
    void twoHeadersAreNotOneToken() {
        assertThat(bearer.find(get(Map.of("Authorization", "Bearer a.b.c,Bearer d.e.f"))))
                .contains("a.b.c,Bearer d.e.f");
    }

    @Test
    void withoutHeaderTheCookiesAreRead() {
        assertThat(bearer.find(get(Map.of("Cookie", ".ALTINNTOKEN=a.b.c")))).contains("a.b.c");
        assertThat(bearer.find(get(Map.of("Cookie", "AltinnStudioRuntime=d.e.f"))))
                .contains("d.e.f");
        assertThat(bearer.find(get(Map.of()))).isEmpty();
    }

    @Test
    void headerThenPortalThenRuntimeIsTheOrder() {
        String cookies = "AltinnStudioRuntime=r; .ALTINNTOKEN=p";

        assertThat(bearer.find(get(Map.of("Cookie", cookies)))).contains("p");
        assertThat(bearer.find(get(Map.of("Cookie", cookies, "Authorization", "Bearer h"))))
                .contains("h");
    }

    @Test
    void theRuntimeCookieMayHaveAnotherName() {
        BearerToken other = new BearerToken("Other", URL);

        assertThat(other.find(get(Map.of("Cookie", "Other=chunks-1; OtherC1=x")))).contains("x");
        assertThat(other.find(get(Map.of("Cookie", "AltinnStudioRuntime=x")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void anotherSiteCannotChangeAnythingWithACookie(String method) {
        Request forged =
                request(
                        method,
                        Map.of("Cookie", ".ALTINNTOKEN=a.b.c", "Origin", "https://evil.example"));

        assertThatThrownBy(() -> bearer.find(forged))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p ->
                                assertThat(p.answer())
                                        .isEqualTo(
                                                Answer.empty(403)
                                                        .with("WWW-Authenticate", "Bearer")));
    }

    @Test
    void theOwnSiteMayUseTheCookie() {
        Request own =
                request(
                        "POST",
                        Map.of(
                                "Cookie",
                                ".ALTINNTOKEN=a.b.c",
                                "Origin",
                                "https://ttd.apps.altinn.no"));

        assertThat(bearer.find(own)).contains("a.b.c");
    }

    @Test
    void readingAndHeadersAreFreeFromAnySite() {
        Map<String, String> cookie =
                Map.of("Cookie", ".ALTINNTOKEN=a", "Origin", "https://evil.example");
        Map<String, String> header =
                Map.of("Authorization", "Bearer a", "Origin", "https://evil.example");

        assertThat(bearer.find(get(cookie))).contains("a");
        assertThat(bearer.find(request("POST", header))).contains("a");
    }

    @Test
    void anotherSiteWithoutCookieIsNobody() {
        assertThat(bearer.find(request("POST", Map.of("Origin", "https://evil.example"))))
                .isEmpty();
    }

    @Test
    void theHeaderAloneCanBeAskedFor() {
        Map<String, String> cookie = Map.of("Cookie", "AltinnStudioRuntime=a.b.c");

        assertThat(BearerToken.inHeader(get(cookie))).isEmpty();
        assertThat(BearerToken.inHeader(get(Map.of("Authorization", "Bearer a.b.c"))))
                .contains("a.b.c");
    }
}
