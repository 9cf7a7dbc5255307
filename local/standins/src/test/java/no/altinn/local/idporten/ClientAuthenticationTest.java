package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

class ClientAuthenticationTest {
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

    private static Form form() {
        return Form.exchange(provider.login());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Form withAssertion(Form form, String jwt) {
        return form.and("client_assertion_type", ClientAssertion.TYPE).and("client_assertion", jwt);
    }

    /** What a client says of itself, as it should be. */
    private static ObjectNode assertion() {
        return Json.object()
                .put("iss", "my-app")
                .put("sub", "my-app")
                .put("aud", Provider.ISSUER)
                .put("exp", provider.clock.instant().getEpochSecond() + 60);
    }

    private static void assertMethod(HttpResponse<String> answer, String method) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = Json.parse(answer.body()).path("access_token").asText();
        assertThat(provider.claims(token).get("client_amr").asText()).isEqualTo(method);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("error").asText()).isEqualTo(error);
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(status == 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-app:secret", "my%2Dapp:s%3A", "my-app:a:b", "my-app:ø"})
    void aSecretMayComeInTheHeader(String pair) {
        assertMethod(
                provider.exchange(form().without("client_id"), basic(pair)), "client_secret_basic");
    }

    @Test
    void theHeadersSchemeMayBeInAnyCase() {
        assertMethod(
                provider.exchange(form(), basic("my-app:secret").replace("Basic", "bAsIc")),
                "client_secret_basic");
    }

    @Test
    void aSecretMayComeInTheForm() {
        assertMethod(provider.exchange(form().and("client_secret", "s")), "client_secret_post");
    }

    @Test
    void anEmptySecretIsNone() {
        assertMethod(provider.exchange(form().and("client_secret", "")), "none");
    }

    @Test
    void aClientMaySignForItselfWithAnyKey() {
        String jwt = provider.key.sign(assertion());

        assertMethod(provider.exchange(withAssertion(form(), jwt)), "private_key_jwt");
        assertMethod(
                provider.exchange(withAssertion(form().without("client_id"), jwt)),
                "private_key_jwt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"http://localhost:7071/idporten\"",
                "\"http://localhost:7071/idporten/token\"",
                "[\"https://other.example\",\"http://localhost:7071/idporten\"]",
            })
    void anAssertionNamesTheProvider(String aud) {
        ObjectNode claims = assertion();
        claims.set("aud", Json.parse(aud));

        assertMethod(
                provider.exchange(withAssertion(form(), provider.key.sign(claims))),
                "private_key_jwt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iss | \"another\"",
                "iss | \"\"",
                "iss | null",
                "iss | {}",
                "sub | \"another\"",
                "sub | null",
                "aud | \"https://other.example\"",
                "aud | [\"https://other.example\"]",
                "aud | []",
                "aud | {}",
                "aud | null",
                "exp | 1",
                "exp | -9223372036854775808",
                "exp | null",
                "exp | \"soon\"",
                "exp | \"1795341660\"",
                "exp | 1795341731",
                "exp | 9223372036854775807",
                "exp | 1e300",
                "sub | 7",
                "aud | 7",
                "exp | []",
            })
    void anAssertionThatSaysAnythingElseIsRefused(String claim, String value) {
        ObjectNode claims = assertion();
        claims.set(claim, Json.parse(value));

        assertRefused(
                provider.exchange(withAssertion(form(), provider.key.sign(claims))),
                401,
                "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b",
                "a.b.c.d",
                "..",
                "e30.e30.",
                "e30.W10.e30",
                "e30.ICA.e30",
                "e30.eyJ9.e30",
                "e30.a.e30",
                "e30.e+0.e30"
            })
    void whatIsNoAssertionIsRefused(String jwt) {
        assertRefused(provider.exchange(withAssertion(form(), jwt)), 401, "invalid_client");
    }

    @Test
    void aNumberIsNoClient() {
        ObjectNode claims = assertion().put("iss", 7).put("sub", 7);
        Form form = form().without("client_id");

        assertRefused(
                provider.exchange(withAssertion(form, provider.key.sign(claims))),
                401,
                "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 120, 130})
    void anAssertionLivesForTwoMinutesAndWhatClocksDiffer(long seconds) {
        ObjectNode claims =
                assertion().put("exp", provider.clock.instant().getEpochSecond() + seconds);

        assertMethod(
                provider.exchange(withAssertion(form(), provider.key.sign(claims))),
                "private_key_jwt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES256", "rs256"})
    void anAssertionThatIsNotSignedWithRsaIsRefused(String alg) {
        String[] parts = provider.key.sign(assertion()).split("\\.", 3);
        String header = Json.object().put("alg", alg).toString();
        String other =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.getBytes(StandardCharsets.UTF_8));

        assertRefused(
                provider.exchange(withAssertion(form(), other + "." + parts[1] + "." + parts[2])),
                401,
                "invalid_client");
    }

    @Test
    void anAssertionMayCarryCertificatesButHasABound() {
        ObjectNode claims = assertion().put("pad", "a".repeat(8_000));
        assertMethod(
                provider.exchange(withAssertion(form(), provider.key.sign(claims))),
                "private_key_jwt");

        claims.put("pad", "a".repeat(16_000));
        assertRefused(
                provider.exchange(withAssertion(form(), provider.key.sign(claims))),
                400,
                "invalid_request");
    }

    @Test
    void anAssertionOfAnUnknownTypeIsRefused() {
        Form form = form().and("client_assertion", provider.key.sign(assertion()));

        assertRefused(provider.exchange(form), 400, "invalid_request");
        assertRefused(
                provider.exchange(form.and("client_assertion_type", "urn:other")),
                400,
                "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic §",
                "Basic bXktYXBw",
                "Basic bXktYXBwOg==",
                "Basic OnNlY3JldA==",
                "Basic bXklenphcHA6cw==",
                "Bearer eyJ",
                "Digest a=b"
            })
    void aHeaderThatNamesNoClientIsRefused(String header) {
        assertRefused(provider.exchange(form(), header), 401, "invalid_client");
    }

    @Test
    void aClientIsOneOnly() {
        assertRefused(provider.exchange(form(), basic("another:secret")), 401, "invalid_client");
    }

    @Test
    void aClientAuthenticatesInOneWay() {
        Form form = form().and("client_secret", "s");

        assertRefused(provider.exchange(form, basic("my-app:s")), 400, "invalid_request");
        assertRefused(
                provider.exchange(withAssertion(form, provider.key.sign(assertion()))),
                400,
                "invalid_request");
        assertMethod(provider.exchange(form), "client_secret_post");
    }
}
