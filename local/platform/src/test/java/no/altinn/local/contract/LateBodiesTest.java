package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;

/** Clients whose body does not come are told what is wrong with the head of their request. */
@ExtendWith(RunningPlatform.class)
final class LateBodiesTest {
    static final List<Endpoint> WITH_BODY = RequestRulesTest.WITH_BODY;

    private final RawHttp http;
    private final Tokens tokens;

    LateBodiesTest(Platform platform) {
        this.http = new RawHttp(platform.base());
        this.tokens = platform.tokens();
    }

    /** What is answered to a request with half a body, or with a chunk of an endless one. */
    private String answer(Endpoint endpoint, String... headers) {
        return http.exchange(
                "%s /%s%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n4\r\n{\"a\""
                        .formatted(
                                endpoint.method(),
                                Platform.API,
                                endpoint.path(),
                                String.join("\r\n", headers)));
    }

    private String bearer() {
        return "Authorization: Bearer " + tokens.ttd();
    }

    private String platformAccess() {
        return "PlatformAccessToken: " + tokens.platform();
    }

    private static void assertTold(int status, String answer) {
        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("\r\nConnection: close\r\n");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void theTokenIsNotKeptWaitingForTheBody(Endpoint endpoint) {
        assertTold(401, answer(endpoint, "Content-Length: 1000"));
        assertTold(
                401,
                answer(
                        endpoint,
                        bearer() + "x",
                        "Content-Type: " + endpoint.contentType(),
                        "Content-Length: 1000"));
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void theContentTypeIsNotKeptWaitingForTheBody(Endpoint endpoint) {
        assertTold(
                415,
                answer(
                        endpoint,
                        bearer(),
                        platformAccess(),
                        "Content-Type: text/plain",
                        "Content-Length: 1000"));
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodySentInChunksIs411BeforeItHasCome(Endpoint endpoint) {
        assertTold(
                411,
                answer(
                        endpoint,
                        bearer(),
                        platformAccess(),
                        "Content-Type: " + endpoint.contentType(),
                        "Transfer-Encoding: chunked"));
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyThatIsAnnouncedOverTheLimitIs413BeforeItHasCome(Endpoint endpoint) {
        assertTold(
                413,
                answer(
                        endpoint,
                        bearer(),
                        platformAccess(),
                        "Content-Type: " + endpoint.contentType(),
                        "Content-Length: " + (1024 * 1024 + 1)));
    }

    @Test
    void theScopeIsNotKeptWaitingForTheBody() {
        String noScope = tokens.serviceOwner("ttd", "altinn:other");
        Endpoint publish =
                WITH_BODY.stream()
                        .filter(one -> one.path().equals("events"))
                        .findFirst()
                        .orElseThrow();
        assertTold(
                403,
                answer(
                        publish,
                        "Authorization: Bearer " + noScope,
                        "Content-Type: " + publish.contentType(),
                        "Content-Length: 1000"));
    }
}
