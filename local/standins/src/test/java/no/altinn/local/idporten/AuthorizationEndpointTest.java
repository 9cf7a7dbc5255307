package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.oauth.OAuthParameters;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;

class AuthorizationEndpointTest {
    @TempDir static Path folder;
    private static Provider provider;

    @BeforeAll
    static void start() {
        provider = Provider.start(folder);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Nested
    class Picking {
        @Test
        void thePersonGoesBackWithCodeStateAndIssuer() {
            HttpResponse<String> answer =
                    provider.submit(
                            Form.authorization()
                                    .and("state", "a b&c=d")
                                    .and("pid", Provider.PERSON_A));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(Provider.location(answer))
                    .matches(
                            "http://localhost:3000/callback\\?code=[A-Za-z0-9_-]{43}"
                                    + "&state=a%20b%26c%3Dd"
                                    + "&iss=http%3A%2F%2Flocalhost%3A7071%2Fidporten");
        }

        @Test
        void aClientThatSentNoStateGetsNone() {
            HttpResponse<String> answer =
                    provider.submit(Form.authorization().and("pid", Provider.PERSON_A));

            assertThat(Provider.sentBack(answer).first("state")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "https://client.example/back, https://client.example/back?code=",
            "https://client.example, https://client.example?code=",
            "https://client.example/back?, https://client.example/back?code=",
            "https://client.example/back?a=%2F, https://client.example/back?a=%2F&code=",
            "http://[::1]:80/, http://[::1]:80/?code=",
        })
        void theQueryOfTheAddressIsKept(String redirectUri, String beginning) {
            HttpResponse<String> answer =
                    provider.submit(
                            Form.authorization()
                                    .with("redirect_uri", redirectUri)
                                    .and("pid", Provider.PERSON_A));

            assertThat(Provider.location(answer)).startsWith(beginning);
        }

        @Test
        void everyLoginHasACodeOfItsOwn() {
            assertThat(provider.login()).isNotEqualTo(provider.login());
        }

        @Test
        void aFormWithoutPersonIsAnsweredWithThePage() {
            assertPage(provider.submit(Form.authorization()), 200);
        }

        @Test
        void aPersonWhoIsNotInTheTestDataStaysOnThePage() {
            HttpResponse<String> answer =
                    provider.submit(Form.authorization().and("pid", "12345678901"));

            assertPage(answer, 400);
            assertThat(answer.body()).contains("role=\"alert\"", Provider.PERSON_A);
        }

        @Test
        void whoCancelsGoesBackWithoutCode() {
            HttpResponse<String> answer =
                    provider.submit(
                            Form.authorization()
                                    .and("cancel", "true")
                                    .and("pid", Provider.PERSON_A));

            assertThat(Provider.sentBack(answer).first("error")).contains("access_denied");
            assertThat(Provider.sentBack(answer).first("code")).isEmpty();
        }
    }

    @Nested
    class BeforeTheClientIsKnown {
        private static final Form REQUEST = Form.authorization().and("pid", Provider.PERSON_A);

        @ParameterizedTest
        @ValueSource(strings = {"client_id", "redirect_uri"})
        void whatIsMissingIsSaidOnAPage(String name) {
            HttpResponse<String> answer = provider.submit(REQUEST.without(name));

            assertPage(answer, 400);
            assertThat(answer.body()).contains("invalid_request", name + " must be there.");
            assertPage(provider.open(REQUEST.with(name, "")), 400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "//client.example/back",
                    "/back",
                    "back",
                    "http://client.example/back",
                    "http://localhost.client.example/",
                    "http://localhost@client.example/",
                    "https://localhost@client.example/",
                    "http://127.0.0.1.client.example/",
                    "https://client.example/#fragment",
                    "https://client.example/\r\nSet-Cookie: a=b",
                    "https://client.example\\@localhost/",
                    "https://client.example/\"><script>",
                    "https://bøker.example/",
                    "https:///back",
                    "https:client.example",
                })
        void nobodyIsSentToAnAddressThatIsNone(String redirectUri) {
            assertPage(provider.submit(REQUEST.with("redirect_uri", redirectUri)), 400);
            assertPage(provider.open(REQUEST.with("redirect_uri", redirectUri)), 400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"client_id", "redirect_uri", "state"})
        void whatIsThereTwiceIsRefused(String name) {
            HttpResponse<String> answer =
                    provider.submit(
                            REQUEST.with(name, "https://client.example/")
                                    .and(name, "https://client.example/"));

            assertPage(answer, 400);
            assertThat(answer.body()).contains(name + " must be there only once");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\r\nSet-Cookie: b=c", "a\nb", "\0", "\u007f", "ø", "😀"})
        void aStateThatCouldNotBeGivenBackIsRefused(String state) {
            assertPage(provider.submit(REQUEST.with("state", state)), 400);
        }

        @Test
        void whatIsTooLongIsRefused() {
            String longest = "a".repeat(OAuthParameters.MAX_LENGTH);

            assertThat(provider.submit(REQUEST.with("state", longest)).statusCode()).isEqualTo(303);
            assertPage(provider.submit(REQUEST.with("state", longest + "a")), 400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data"})
        void aBodyThatIsNoFormIsRefused(String contentType) {
            assertPage(
                    provider.send("POST", "/idporten/authorize", contentType, REQUEST.toString()),
                    400);
        }

        @Test
        void aFormWithAMalformedEscapeIsRefused() {
            assertPage(
                    provider.send(
                            "POST",
                            "/idporten/authorize",
                            "application/x-www-form-urlencoded",
                            "client_id=%zz"),
                    400);
        }
    }

    @Nested
    class OnceTheClientIsKnown {
        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "response_type, -, invalid_request",
                    "response_type, token, unsupported_response_type",
                    "response_type, code id_token, unsupported_response_type",
                    "response_mode, fragment, invalid_request",
                    "response_mode, form_post, invalid_request",
                    "scope, -, invalid_request",
                    "scope, ' ', invalid_scope",
                    "scope, altinn:events.subscribe, invalid_scope",
                    "scope, openid2, invalid_scope",
                    "scope, openid \"x\", invalid_scope",
                    "scope, openid a\\b, invalid_scope",
                    "nonce, ø, invalid_request",
                    "code_challenge, -, invalid_request",
                    "code_challenge, abc, invalid_request",
                    "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, invalid_request",
                    "code_challenge_method, -, invalid_request",
                    "code_challenge_method, plain, invalid_request",
                    "code_challenge_method, s256, invalid_request",
                    "acr_values, Level2, unmet_authentication_requirements",
                    "acr_values, level3, unmet_authentication_requirements",
                    "acr_values, ' ', unmet_authentication_requirements",
                    "prompt, none, login_required",
                    "prompt, login none, login_required",
                    "request, eyJ, request_not_supported",
                    "request_uri, https://a.example, request_uri_not_supported",
                })
        void itIsToldWhatIsWrong(String name, String value, String error) {
            Form valid = Form.authorization().and("state", "s t").and("pid", Provider.PERSON_A);
            Form request = value == null ? valid.without(name) : valid.with(name, value);

            HttpResponse<String> answer = provider.submit(request);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(Provider.location(answer)).startsWith("http://localhost:3000/callback?");
            assertThat(Provider.sentBack(answer).first("error")).contains(error);
            assertThat(Provider.sentBack(answer).first("error_description").orElseThrow())
                    .startsWith(Provider.sentBack(answer).first("error").orElseThrow() + ": ");
            assertThat(Provider.sentBack(answer).first("state")).contains("s t");
            assertThat(Provider.sentBack(answer).first("iss")).contains(Provider.ISSUER);
            assertThat(Provider.sentBack(answer).first("code")).isEmpty();
            assertThat(Provider.location(provider.open(request)))
                    .isEqualTo(Provider.location(answer));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "response_type",
                    "scope",
                    "nonce",
                    "code_challenge",
                    "acr_values",
                    "prompt"
                })
        void itIsToldWhatIsThereTwice(String name) {
            HttpResponse<String> answer =
                    provider.submit(Form.authorization().with(name, "code").and(name, "code"));

            assertThat(Provider.sentBack(answer).first("error_description"))
                    .contains("invalid_request: " + name + " must be there only once");
        }

        @ParameterizedTest
        @CsvSource({
            "prompt, login",
            "prompt, consent select_account",
            "ui_locales, nn fr",
            "ui_locales, ' '",
            "login_hint, 'eidas:true'",
            "response_mode, query",
            "max_age, 0",
            "claims, {}",
            "scope, 'openid  profile'",
            "acr_values, 'unknown Level4'",
        })
        void whatChangesNothingHereIsTolerated(String name, String value) {
            assertPage(provider.open(Form.authorization().with(name, value)), 200);
        }
    }
}
