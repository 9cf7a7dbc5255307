package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire between clients and the REST API. */
@ExtendWith(RunningPlatform.class)
final class RestFrontTest {
    private final Platform platform;
    private final RawHttp raw;

    RestFrontTest(Platform platform) {
        this.platform = platform;
        this.raw = new RawHttp(platform.base());
    }

    private String get(String path, String headers) {
        return raw.exchange(
                "GET %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
                        .formatted(path, headers));
    }

    @Test
    void theReasonOfARefusalIsTheReasonPhrase() {
        String answer = get("/api/my/messages", "");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 Required header 'ApiKey' is missing.\r\n")
                .doesNotContainIgnoringCase("X-Reason")
                .contains("\"ErrorMessage\":\"Required header 'ApiKey' is missing.\"");
    }

    @Test
    void anAnswerOfHttp10HasItToo() {
        assertThat(raw.exchange("GET /api/my/messages HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .contains(" 400 Required header 'ApiKey' is missing.\r\n");
    }

    @Test
    void aQueryThatIsNoUriIsReadAllTheSame() {
        String answer = get("/api/metadata?$filter=ServiceCode%20eq%20'{1001}|^'", "");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aPageOfAnApplicationMayCall() {
        Reply preflight =
                platform.call("OPTIONS", "api/my/messages")
                        .header("Origin", "http://localhost:8080")
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", "apikey,content-type")
                        .send();

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin"))
                .contains("http://localhost:8080");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .contains("apikey, content-type");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).contains("true");
        assertThat(
                        platform.call("OPTIONS", "api/my/messages")
                                .header("Origin", "https://other.example")
                                .header("Access-Control-Request-Method", "PUT")
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/hal+json | {\"ErrorCode\":41700,\"ErrorMessage\":\"The only",
                "text/xml | <ErrorCode>41700</ErrorCode><ErrorMessage>The only",
                "application/hal+xml | <ErrorCode>41700</ErrorCode><ErrorMessage>The only",
                "text/plain | {\"ErrorCode\":41700,\"ErrorMessage\":\"The only",
            })
    void whatTheHostRefusesIsToldAsTheApiTellsIt(String accept, String told) {
        assertThat(get("/API/my/messages", "Accept: " + accept + "\r\nExpect: x\r\n"))
                .startsWith("HTTP/1.1 417 ")
                .doesNotContainIgnoringCase("X-Reason")
                .contains("Vary: Accept, Origin", told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/GetPersonalToken", "/events/api/v1/events", "/apical"})
    void whatTheHostRefusesElsewhereHasProblemDetails(String path) {
        assertThat(get(path, "Accept: application/xml\r\nExpect: x\r\n"))
                .startsWith("HTTP/1.1 417 ")
                .contains("application/problem+json");
    }

    @Test
    void aHeadThatIsTooLongIsToldAsTheApiTellsItThoughItsAcceptIsUnread() {
        String large = "X: " + "x".repeat(40 * 1024) + "\r\n";

        assertThat(get("/api/my/messages", "Accept: application/xml\r\n" + large))
                .startsWith("HTTP/1.1 431 ")
                .contains("{\"ErrorCode\":43100,\"ErrorMessage\":\"The request line and headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/my/messages", "/ServiceEngineExternal/Correspondence.svc"})
    void aBodyThatTheHostDoesNotTakeIsToldInTheReasonPhraseToo(String path) {
        String answer =
                raw.exchange(
                        """
                        POST %s HTTP/1.1\r
                        Host: localhost\r
                        Accept: application/xml\r
                        Expect: 100-continue\r
                        Content-Length: 104857601\r
                        \r
                        """
                                .formatted(path));

        assertThat(answer)
                .startsWith("HTTP/1.1 413 The body must not be over 100 MiB.\r\n")
                .doesNotContainIgnoringCase("X-Reason")
                .contains(
                        "<ErrorCode>41300</ErrorCode>",
                        "<ErrorMessage>The body must not be over 100 MiB.</ErrorMessage>");
    }

    @Test
    void aClientThatHasAListIsToldNoLengthOfIt() {
        String first = get("/api/metadata", "");
        String tag = first.replaceFirst("(?is).*\r\netag: ([^\r]+)\r.*", "$1");

        assertThat(get("/api/metadata", "If-None-Match: " + tag + "\r\n"))
                .startsWith("HTTP/1.1 304 ")
                .doesNotContainIgnoringCase("Content-Length");
    }

    @Test
    void theTestToolsStandBeforeTheApi() {
        assertThat(platform.call("GET", "api/GetPersonalToken").send().status()).isEqualTo(401);
        assertThat(platform.call("GET", "api/GetNothing").send().status()).isEqualTo(404);
    }
}
