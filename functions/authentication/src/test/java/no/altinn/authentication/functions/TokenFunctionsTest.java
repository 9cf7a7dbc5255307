package no.altinn.authentication.functions;

import static no.altinn.platform.auth.OutsideTokens.organisation;
import static no.altinn.platform.auth.OutsideTokens.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class TokenFunctionsTest {
    private static final String ADDRESS =
            "https://client.example/authentication/api/v1/exchange/maskinporten";
    private static final String SCOPE = "altinn:events.subscribe";
    private static final String PID = "01909012345";
    private static final String ORGS =
            "{\"orgs\":{\"digdir\":{\"orgnr\":\"991825827\"},\"ttd\":{\"orgnr\":\"991825827\"}}}";
    private static final String PROFILE =
            "{\"userId\":20000001,\"userName\":\"\",\"partyId\":50000001,"
                    + "\"party\":{\"partyUuid\":\"00000000-0000-4000-8000-000050000001\"}}";
    private static final FixedKeys KEYS = FixedKeys.ring();

    private final OutsideWorld world = new OutsideWorld(KEYS);
    private final TokenFunctions functions = world.app().getInstance(TokenFunctions.class);

    @AfterEach
    void stop() {
        world.close();
    }

    private static FakeMessage get(String jwt) {
        return FakeMessage.get(ADDRESS).with("authorization", "Bearer " + jwt);
    }

    private String ofOrganisation(String scope) {
        return world.maskinporten().signed(organisation("991825827", scope), claims -> {});
    }

    private String ofPerson(String scope) {
        return world.idPorten().signed(person(PID, scope), claims -> {});
    }

    private JsonNode claims(HttpResponseMessage answer) {
        assertThat(answer.getStatusCode()).isEqualTo(200);
        return KEYS.claims((String) answer.getBody(), world.clock());
    }

    private static void bare(int status, HttpResponseMessage answer) {
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(answer.getBody()).isEqualTo("");
    }

    private static void unavailable(HttpResponseMessage answer) {
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Json.parse((String) answer.getBody()).path("status").asInt()).isEqualTo(503);
    }

    @Test
    void anOrganisationsTokenIsExchangedWithTheKeysOfMaskinporten() {
        world.published();

        HttpResponseMessage answer =
                functions.exchangeToken(get(ofOrganisation(SCOPE)), "MaskinPorten");

        assertThat(answer.getHeader("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(claims(answer).path("urn:altinn:orgNumber").asText()).isEqualTo("991825827");
        assertThat(claims(answer).path("iss").asText()).isEqualTo(OutsideWorld.ISSUER);
        assertThat(world.askedAtMaskinporten())
                .isEqualTo("/maskinporten/.well-known/oauth-authorization-server /jwks");
    }

    @Test
    void aPersonsTokenIsExchangedWithTheKeysOfIdPorten() {
        world.published();
        world.profile().answer(200, PROFILE);

        JsonNode claims = claims(functions.exchangeToken(get(ofPerson(SCOPE)), "id-porten"));

        assertThat(claims.path("urn:altinn:partyid").intValue()).isEqualTo(50000001);
        assertThat(world.askedAtIdPorten())
                .isEqualTo("/idporten/.well-known/openid-configuration /jwks");
        assertThat(world.profile().take().getHeaders().get("PlatformAccessToken"))
                .isEqualTo("own-token");
    }

    @ParameterizedTest
    @CsvSource({
        "'', digdir",
        "?test=true, ttd",
        "?TEST=True, ttd",
        "?test=false, digdir",
        "?test=1, digdir"
    })
    void aTestActsAsTheTestServiceOwner(String query, String code) {
        world.published().orgs().answer(200, ORGS);
        FakeMessage message =
                FakeMessage.get(ADDRESS + query)
                        .with("authorization", "bearer " + ofOrganisation("altinn:serviceowner"));

        assertThat(
                        claims(functions.exchangeToken(message, "maskinporten"))
                                .path("urn:altinn:org")
                                .asText())
                .isEqualTo(code);
        assertThat(world.orgs().take().getTarget()).isEqualTo("/orgs/altinn-orgs.json");
    }

    @Test
    void whoPrefersJsonGetsTheTokenInQuotes() {
        world.published();
        FakeMessage message =
                get(ofOrganisation(SCOPE)).with("accept", "application/json, text/plain;q=0.5");

        HttpResponseMessage answer = functions.exchangeToken(message, "maskinporten");

        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        String jwt = Json.parse((String) answer.getBody()).textValue();
        assertThat(answer.getBody()).isEqualTo("\"" + jwt + "\"");
        assertThat(KEYS.claims(jwt, world.clock()).has("jti")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"idporten", "AltinnStudio", "id-porten%0d", "<b>\"x\"</b>", "%s"})
    void anotherProviderIsToldAsItWasSent(String name) {
        String told =
                "Invalid token provider: "
                        + name
                        + ". Trusted token providers are 'Maskinporten', 'Id-porten' and"
                        + " 'AltinnStudio'.";

        HttpResponseMessage plain = functions.exchangeToken(get("any"), name);
        HttpResponseMessage json =
                functions.exchangeToken(get("any").with("accept", "application/json"), name);

        assertThat(plain.getStatusCode()).isEqualTo(400);
        assertThat(plain.getHeader("Content-Type")).isEqualTo("text/plain");
        assertThat(plain.getBody()).isEqualTo(told);
        assertThat(json.getStatusCode()).isEqualTo(400);
        assertThat(json.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(Json.parse((String) json.getBody()).textValue()).isEqualTo(told);
    }

    @Test
    void anotherProvidersNameIsToldInOneLineOfItsStart() {
        String name = "id\r\nporten" + "x".repeat(7000);

        assertThat((String) functions.exchangeToken(get("any"), name).getBody())
                .startsWith("Invalid token provider: id??portenxx")
                .contains("…. Trusted token providers are")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskinporten", "id-porten", "nobody"})
    void withoutTokenNothingElseIsLookedAt(String name) {
        FakeMessage none = FakeMessage.get(ADDRESS);

        bare(401, functions.exchangeToken(none, name));
        bare(401, functions.exchangeToken(none.with("authorization", "Bearer "), name));
        bare(401, functions.exchangeToken(none.with("authorization", "Basic YTpi"), name));
        assertThat(world.calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskinporten", "id-porten", "nobody"})
    void enterpriseUsersAreToldThatTheirLoginIsGone(String name) {
        String header = "x-altinn-enterpriseuser-authentication";
        FakeMessage good = get(ofOrganisation(SCOPE)).with(header, "YTpi");

        HttpResponseMessage answer = functions.exchangeToken(good, name);

        assertThat(answer.getStatusCode()).isEqualTo(410);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = Json.parse((String) answer.getBody());
        assertThat(problem.path("status").intValue()).isEqualTo(410);
        assertThat(problem.path("title").asText()).isEqualTo("Gone");
        assertThat(problem.path("detail").asText())
                .contains("X-Altinn-EnterpriseUser-Authentication", "system user", "ID-porten")
                .doesNotContain("YTpi");
        FakeMessage withoutToken = FakeMessage.get(ADDRESS).with(header, "§");
        assertThat(functions.exchangeToken(withoutToken, name).getStatusCode()).isEqualTo(410);
        assertThat(world.calls()).isZero();
    }

    @Test
    void anEmptyHeaderOfEnterpriseUsersIsNone() {
        world.published();
        FakeMessage message =
                get(ofOrganisation(SCOPE)).with("x-altinn-enterpriseuser-authentication", " ");

        claims(functions.exchangeToken(message, "maskinporten"));
    }

    @Test
    void anOutsideTokenIsNotTakenFromACookie() {
        FakeMessage message =
                FakeMessage.get(ADDRESS)
                        .with("cookie", "AltinnStudioRuntime=" + ofOrganisation(SCOPE));

        bare(401, functions.exchangeToken(message, "maskinporten"));
    }

    @Test
    void aTokenIsOnlyExchangedAsThatOfItsIssuer() {
        world.published();

        bare(401, functions.exchangeToken(get(ofOrganisation(SCOPE)), "id-porten"));
        bare(401, functions.exchangeToken(get(ofPerson(SCOPE)), "maskinporten"));
    }

    @Test
    void anAltinnTokenIsNotExchanged() {
        world.published();
        world.orgs().answer(200, ORGS);
        String altinn =
                (String)
                        functions
                                .exchangeToken(get(ofOrganisation(SCOPE)), "maskinporten")
                                .getBody();

        bare(401, functions.exchangeToken(get(altinn), "maskinporten"));
        bare(401, functions.exchangeToken(get(altinn), "id-porten"));
    }

    @Test
    void aPersonsTokenForAPartnerIsExchanged() {
        world.published().profile().answer(200, PROFILE);

        JsonNode claims =
                claims(functions.exchangeToken(get(ofPerson("digdir:dialogporten")), "id-porten"));

        assertThat(claims.path("scope").asText()).isEqualTo("digdir:dialogporten");
    }

    @Test
    void aPersonsTokenForSomethingElseIsForbidden() {
        world.published();

        bare(403, functions.exchangeToken(get(ofPerson("openid profile")), "id-porten"));
    }

    @Test
    void whoIsNoUserIsRefused() {
        world.published().profile().answer(404, "");

        bare(401, functions.exchangeToken(get(ofPerson(SCOPE)), "id-porten"));
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(strings = {"maskinporten", "id-porten"})
    void anIssuerThatIsAwayIsAnswered503(String name) {
        String jwt = name.equals("maskinporten") ? ofOrganisation(SCOPE) : ofPerson(SCOPE);
        world.close();

        unavailable(functions.exchangeToken(get(jwt), name));
    }

    @Test
    void aProfileThatIsAwayIsAnswered503() {
        world.published().profile().close();

        unavailable(functions.exchangeToken(get(ofPerson(SCOPE)), "id-porten"));
    }

    @Test
    void withoutAListOfServiceOwnersOnlyTheirTokensAreAnswered503() {
        world.published().orgs().close();

        unavailable(
                functions.exchangeToken(
                        get(ofOrganisation("altinn:serviceowner/x")), "maskinporten"));
        claims(functions.exchangeToken(get(ofOrganisation(SCOPE)), "maskinporten"));
    }

    @Test
    void anAltinnTokenIsRenewedWithoutAnyCall() {
        JsonNode first = renewable();
        world.clock().advance(Duration.ofMinutes(10));

        JsonNode renewed = claims(functions.refreshToken(get(sign(first))));

        assertThat(renewed.path("exp").longValue() - first.path("exp").longValue()).isEqualTo(600);
        assertThat(renewed.path("jti")).isNotEqualTo(first.path("jti"));
        assertThat(renewed.path("urn:altinn:userid")).isEqualTo(first.path("urn:altinn:userid"));
        assertThat(world.calls()).isZero();
    }

    private ObjectNode renewable() {
        long now = world.clock().instant().getEpochSecond();
        return Json.object()
                .put("iss", OutsideWorld.ISSUER)
                .put("urn:altinn:userid", "20000001")
                .put("jti", "a")
                .put("exp", now + 1800);
    }

    private static String sign(JsonNode claims) {
        return KEYS.current().sign((ObjectNode) claims);
    }

    @ParameterizedTest
    @ValueSource(strings = {".ALTINNTOKEN", "AltinnStudioRuntime"})
    void anAltinnTokenInACookieIsRenewed(String cookie) {
        FakeMessage message =
                FakeMessage.get(ADDRESS).with("cookie", cookie + "=" + sign(renewable()));

        HttpResponseMessage answer =
                functions.refreshToken(message.with("accept", "application/json"));

        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        String jwt = Json.parse((String) answer.getBody()).textValue();
        assertThat(KEYS.claims(jwt, world.clock()).path("urn:altinn:userid").asText())
                .isEqualTo("20000001");
    }

    @Test
    void whatIsNoValidAltinnTokenIsNotRenewed() {
        ObjectNode otherIssuer = renewable().put("iss", OutsideWorld.ISSUER + "x");
        ObjectNode noIssuer = renewable().without("iss");
        ObjectNode platformAccess = renewable().put("urn:altinn:app", "events");
        ObjectNode ended = renewable().put("exp", 1);
        String stranger = TestTokens.ofForger(world.clock()).sign(renewable().toString());

        bare(401, functions.refreshToken(FakeMessage.get(ADDRESS)));
        bare(401, functions.refreshToken(get(sign(otherIssuer))));
        bare(401, functions.refreshToken(get(sign(noIssuer))));
        bare(401, functions.refreshToken(get(sign(platformAccess))));
        bare(401, functions.refreshToken(get(sign(ended))));
        bare(401, functions.refreshToken(get(stranger)));
        bare(401, functions.refreshToken(get(ofOrganisation(SCOPE))));
        bare(401, functions.refreshToken(get(ofPerson(SCOPE))));
        bare(
                401,
                functions.refreshToken(
                        FakeMessage.get(ADDRESS).with("platformaccesstoken", sign(renewable()))));
        assertThat(world.calls()).isZero();
    }
}
