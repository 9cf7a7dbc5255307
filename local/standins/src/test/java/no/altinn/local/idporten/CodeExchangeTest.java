package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

class CodeExchangeTest {
    @TempDir static Path folder;
    private Provider provider;

    @BeforeEach
    void start() {
        provider = Provider.start(folder);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode body = Json.parse(answer.body());
        assertThat(body.path("error").asText()).isEqualTo(error);
        assertThat(body.path("error_description").asText())
                .startsWith(body.path("error").asText() + ": ");
        assertThat(body.size()).isEqualTo(2);
    }

    @Test
    void aCodeGivesTokensThatNobodyStores() {
        HttpResponse<String> answer = provider.exchange(Form.exchange(provider.login()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode tokens = Json.parse(answer.body());
        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "access_token", "id_token", "token_type", "expires_in", "scope");
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(600);
        assertThat(tokens.path("scope").asText()).isEqualTo("openid altinn:events.subscribe");
    }

    @Test
    void aCodeWorksOnce() {
        String code = provider.login();
        provider.exchange(Form.exchange(code));

        assertRefused(provider.exchange(Form.exchange(code)), 400, "invalid_grant");
    }

    @Test
    void aCodeWorksForLessThanAMinute() {
        String first = provider.login();
        String second = provider.login();

        provider.clock.advance(Duration.ofSeconds(59));
        assertThat(provider.exchange(Form.exchange(first)).statusCode()).isEqualTo(200);
        provider.clock.advance(Duration.ofSeconds(1));
        assertRefused(provider.exchange(Form.exchange(second)), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, another",
        "redirect_uri, http://localhost:3000/other",
        "redirect_uri, http://localhost:3000/callback?",
        "redirect_uri, HTTP://localhost:3000/callback",
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
    })
    void aCodeIsWorthNothingToAnotherAndIsUsedUpByTheAttempt(String name, String value) {
        String code = provider.login();

        assertRefused(
                provider.exchange(Form.exchange(code).with(name, value)), 400, "invalid_grant");
        assertRefused(provider.exchange(Form.exchange(code)), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "grant_type, -, 400, invalid_request",
                "grant_type, refresh_token, 400, unsupported_grant_type",
                "grant_type, client_credentials, 400, unsupported_grant_type",
                "client_id, -, 400, invalid_request",
                "redirect_uri, -, 400, invalid_request",
                "code_verifier, -, 400, invalid_request",
                "code_verifier, short, 400, invalid_request",
                "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r/wW1gFWFOEjXk, 400, invalid_request",
                "client_assertion, x, 400, invalid_request",
            })
    void aRequestThatIsNotOneDoesNotUseUpTheCode(
            String name, String value, int status, String error) {
        String code = provider.login();
        Form form = Form.exchange(code);

        assertRefused(
                provider.exchange(value == null ? form.without(name) : form.with(name, value)),
                status,
                error);
        assertThat(provider.exchange(form).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "client_id", "redirect_uri", "code", "code_verifier"})
    void whatIsThereTwiceIsRefused(String name) {
        Form form = Form.exchange(provider.login());

        assertRefused(provider.exchange(form.and(name, "x")), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "😀"})
    void aCodeThatWasNeverIssuedIsRefused(String code) {
        assertThat(provider.exchange(Form.exchange(code)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void aBodyThatIsNoFormIsRefused(String contentType) {
        assertRefused(
                provider.send(
                        "POST",
                        "/idporten/token",
                        contentType,
                        Form.exchange(provider.login()).toString()),
                400,
                "invalid_request");
    }

    @Test
    void tokensAreNotGot() {
        HttpResponse<String> answer =
                provider.get("/idporten/token?" + Form.exchange(provider.login()));

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
