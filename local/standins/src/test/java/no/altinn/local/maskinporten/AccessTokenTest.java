package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.JwtVerifier;
import no.altinn.platform.jose.KeySet;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestCertificates;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

class AccessTokenTest {
    @TempDir static Path folder;
    private static RunningMaskinporten maskinporten;
    private static String client;

    @BeforeAll
    static void start() {
        maskinporten = RunningMaskinporten.start(folder);
        client =
                maskinporten.client(
                        RunningMaskinporten.registration("a:read", "a:write", "altinn:serviceowner")
                                .put("client_orgno", "310000003"));
    }

    @AfterAll
    static void stop() {
        maskinporten.close();
    }

    private static TestGrant grant() {
        return maskinporten.grant(client, "a:read");
    }

    @Test
    void theMetadataSaysWhereEverythingIs() {
        JsonNode metadata =
                Json.parse(maskinporten.get(".well-known/oauth-authorization-server").body());

        assertThat(metadata.path("issuer").asText()).isEqualTo(RunningMaskinporten.ISSUER);
        assertThat(metadata.path("token_endpoint").asText())
                .isEqualTo(RunningMaskinporten.ISSUER + "token");
        assertThat(metadata.path("jwks_uri").asText())
                .isEqualTo(RunningMaskinporten.ISSUER + "jwk");
        assertThat(metadata.path("grant_types_supported").path(0).asText())
                .isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
        assertThat(metadata.path("token_endpoint_auth_methods_supported").path(0).asText())
                .isEqualTo("private_key_jwt");
        assertThat(metadata.path("token_endpoint_auth_signing_alg_values_supported"))
                .hasToString("[\"RS256\",\"RS384\",\"RS512\"]");
    }

    @Test
    void theMetadataAreAlsoWhereClientsLookForThoseOfAnIssuerWithAPath() {
        assertThat(
                        maskinporten
                                .server()
                                .get("/.well-known/oauth-authorization-server/maskinporten")
                                .body())
                .isEqualTo(maskinporten.get(".well-known/oauth-authorization-server").body());
    }

    @Test
    void theAnswerHoldsATokenThatNobodyMayKeepOnTheWay() {
        HttpResponse<String> answer = maskinporten.token(grant().sign());
        JsonNode body = Json.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/json; charset=utf-8");
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").asInt()).isEqualTo(120);
        assertThat(body.path("scope").asText()).isEqualTo("a:read");
    }

    @Test
    void theTokenIsSignedWithThePublishedKey() throws Exception {
        JsonNode published = Json.parse(maskinporten.get("jwk").body()).path("keys").path(0);
        KeySet.Key key = new KeySet.Key(published.path("kid").asText(), publicKey(published));

        assertThat(
                        new JwtVerifier(new KeySet(List.of(key)), maskinporten.clock())
                                .verify(maskinporten.accessToken(grant())))
                .containsKey("exp");
    }

    private static RSAPublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
        return (RSAPublicKey)
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(number(jwk.path("n")), number(jwk.path("e"))));
    }

    private static BigInteger number(JsonNode base64Url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64Url.asText()));
    }

    @Test
    void theTokenHasMaskinportensClaims() {
        String jwt = maskinporten.accessToken(grant());
        JsonNode claims = TestGrant.part(jwt, 1);
        long now = RunningMaskinporten.NOW.getEpochSecond();

        assertThat(TestGrant.part(jwt, 0).path("alg").asText()).isEqualTo("RS256");
        assertThat(claims.path("iss").asText()).isEqualTo(RunningMaskinporten.ISSUER);
        assertThat(claims.path("client_id").asText()).isEqualTo(client);
        assertThat(claims.path("client_amr").asText()).isEqualTo("private_key_jwt");
        assertThat(claims.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(claims.path("aud").asText()).isEqualTo("unspecified");
        assertThat(claims.path("scope").asText()).isEqualTo("a:read");
        assertThat(claims.path("iat").asLong()).isEqualTo(now);
        assertThat(claims.path("exp").asLong()).isEqualTo(now + 120);
        assertThat(claims.path("jti").asText()).isNotBlank();
        assertThat(claims.path("consumer"))
                .hasToString("{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:310000003\"}");
        assertThat(claims.has("supplier")).isFalse();
        assertThat(claims.has("delegation_source")).isFalse();
        assertThat(claims.has("authorization_details")).isFalse();
    }

    @Test
    void noTwoTokensHaveTheSameId() {
        assertThat(maskinporten.claims(grant()).path("jti"))
                .isNotEqualTo(maskinporten.claims(grant()).path("jti"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:read                     | a:read",
                "a:read a:write             | a:read a:write",
                "'  a:write   a:read '      | a:write a:read",
                "a:read a:read              | a:read",
            })
    void everyScopeThatIsAskedForIsGiven(String asked, String given) {
        assertThat(maskinporten.claims(maskinporten.grant(client, asked)).path("scope").asText())
                .isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"RS256, SHA256withRSA", "RS384, SHA384withRSA", "RS512, SHA512withRSA"})
    void aClientMaySignWithAnyOfThreeAlgorithms(String alg, String jca) {
        TestGrant grant = grant();
        grant.header().put("alg", alg);

        assertThat(maskinporten.token(grant.sign(jca)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCertificateMayNameTheKeyInThePlaceOfAKid() throws GeneralSecurityException {
        TestGrant grant = grant();
        grant.header().remove("kid");
        byte[] certificate =
                TestCertificates.selfSigned(
                                RunningMaskinporten.KEY,
                                RunningMaskinporten.NOW,
                                RunningMaskinporten.NOW.plus(Duration.ofDays(1)))
                        .getEncoded();
        grant.header().putArray("x5c").add(Base64.getEncoder().encodeToString(certificate));

        assertThat(maskinporten.claims(grant).path("client_id").asText()).isEqualTo(client);
    }

    @Test
    void anAudienceMayBeAListOfOne() {
        TestGrant grant = grant().claim("aud", "[\"" + RunningMaskinporten.ISSUER + "\"]");

        assertThat(maskinporten.token(grant.sign()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"https://api.example/\" | \"https://api.example/\"",
                "[\"https://api.example/\"] | [\"https://api.example/\"]",
                "[\"https://api.example/\",\"b\"] | [\"https://api.example/\",\"b\"]",
            })
    void theResourceThatIsAskedForIsTheAudience(String resource, String audience) {
        assertThat(maskinporten.claims(grant().claim("resource", resource)).path("aud"))
                .hasToString(audience);
    }

    @Test
    void whoeverHasDelegatedIsTheConsumerAndTheClientsOrganisationTheSupplier() {
        JsonNode claims = maskinporten.claims(grant().claim("consumer_org", "\"310000001\""));

        assertThat(claims.at("/consumer/ID").asText()).isEqualTo("0192:310000001");
        assertThat(claims.at("/supplier/ID").asText()).isEqualTo("0192:310000003");
        assertThat(claims.path("delegation_source").asText()).isEqualTo("http://localhost:7071/");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "`,\"externalRef\":\"a\"`"})
    void aSystemUserIsFoundByTheOrganisationItActsFor(String reference) {
        JsonNode claims =
                maskinporten.claims(
                        grant().claim(
                                        "authorization_details",
                                        "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:310000001\"}%s}]"
                                                .formatted(reference)));

        assertThat(claims.path("authorization_details"))
                .hasToString(
                        "[{\"type\":\"urn:altinn:systemuser\","
                                + "\"systemuser_id\":[\"a1b2c3d4-0000-4000-8000-000000000001\"],"
                                + "\"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:310000001\"},"
                                + "\"system_id\":\"310000003_local\"}]");
        assertThat(claims.at("/consumer/ID").asText()).isEqualTo("0192:310000003");
    }

    @Test
    void aTokenLivesForAsLongAsTheClientIsRegisteredWith() throws InvalidToken {
        String other =
                maskinporten.client(
                        RunningMaskinporten.registration("a").put("access_token_lifetime", 30));
        HttpResponse<String> answer = maskinporten.token(maskinporten.grant(other, "a").sign());
        JsonNode body = Json.parse(answer.body());

        assertThat(body.path("expires_in").asInt()).isEqualTo(30);
        assertThat(TestGrant.part(body.path("access_token").asText(), 1).path("exp").asLong())
                .isEqualTo(RunningMaskinporten.NOW.getEpochSecond() + 30);
    }
}
