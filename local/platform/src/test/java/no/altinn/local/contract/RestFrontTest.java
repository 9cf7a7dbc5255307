package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

    @Test
    void theTestToolsStandBeforeTheApi() {
        assertThat(platform.call("GET", "api/GetPersonalToken").send().status()).isEqualTo(401);
        assertThat(platform.call("GET", "api/GetNothing").send().status()).isEqualTo(404);
    }
}
