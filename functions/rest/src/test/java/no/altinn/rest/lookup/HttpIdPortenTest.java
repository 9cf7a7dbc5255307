package no.altinn.rest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.QuickHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.login.LoginRefused;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

class HttpIdPortenTest {
    private static final URI BACK = URI.create("https://rest.example/api/authentication/callback");

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final LoopbackServer server = new LoopbackServer();
    private final HttpIdPorten idPorten =
            new HttpIdPorten(QuickHttp.create(), server.uri("/idporten"), "rest&1", clock);

    @AfterEach
    void stop() {
        server.close();
    }

    private void answerMetadata() {
        server.answer(
                200,
                "{\"authorization_endpoint\":\"%s\",\"token_endpoint\":\"%s\"}"
                        .formatted(server.uri("/authorize"), server.uri("/token")));
    }

    @Test
    void theEndpointsAreReadOnceAnHour() {
        answerMetadata();
        answerMetadata();

        assertThat(idPorten.authorizationEndpoint()).isEqualTo(server.uri("/authorize"));
        assertThat(idPorten.authorizationEndpoint()).isEqualTo(server.uri("/authorize"));
        assertThat(server.requests()).isEqualTo(1);
        assertThat(server.take().getRequestLine())
                .isEqualTo("GET /idporten/.well-known/openid-configuration HTTP/1.1");
        clock.advance(Duration.ofHours(1));
        idPorten.authorizationEndpoint();
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aCodeIsRedeemedAsAPublicClientWithPkce() {
        answerMetadata();
        server.answer(200, "{\"id_token\":\"a.b.c\",\"access_token\":\"x\"}");

        assertThat(idPorten.redeem("c&d", "verifier", BACK)).isEqualTo("a.b.c");

        server.take();
        RecordedRequest request = server.take();
        assertThat(request.getRequestLine()).isEqualTo("POST /token HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getBody().utf8())
                .isEqualTo(
                        "grant_type=authorization_code&client_id=rest%261&code=c%26d"
                                + "&code_verifier=verifier&redirect_uri=https%3A%2F%2Frest.example"
                                + "%2Fapi%2Fauthentication%2Fcallback");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void aCodeThatIsRefusedIsNoFailure(int status) {
        answerMetadata();
        server.answer(status, "{\"error\":\"invalid_grant\"}");

        assertThatExceptionOfType(LoginRefused.class)
                .isThrownBy(() -> idPorten.redeem("code", "verifier", BACK));
    }

    @ParameterizedTest
    @CsvSource({"200, {}", "200, []", "200, x", "302, {}", "204, ''"})
    void anythingElseIsAFailure(int status, String body) {
        answerMetadata();
        server.answer(status, body);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> idPorten.redeem("code", "verifier", BACK))
                .withMessageNotContaining("verifier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"authorization_endpoint\":\"ftp://a/\",\"token_endpoint\":\"ftp://a/\"}",
                "{\"authorization_endpoint\":\"x y\",\"token_endpoint\":\"x y\"}"
            })
    void metadataWithoutEndpointsIsAFailure(String metadata) {
        server.answer(200, metadata);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(idPorten::authorizationEndpoint);
    }
}
