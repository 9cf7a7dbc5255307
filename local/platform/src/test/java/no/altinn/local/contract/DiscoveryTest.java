package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** How others find the platform's keys, and how people find their way. */
@ExtendWith(RunningPlatform.class)
final class DiscoveryTest {
    private static final String OPENID = "authentication/api/v1/openid/";

    private final Platform platform;

    DiscoveryTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void theDiscoveryDocumentNamesIssuerAndKeys() {
        JsonNode document = discovery();
        assertThat(document.path("issuer").asText()).isEqualTo(platform.base() + OPENID);
        assertThat(document.path("jwks_uri").asText()).startsWith(platform.base().toString());
    }

    @Test
    void thePublishedKeyVerifiesTestTokens() {
        DecodedJWT token = JWT.decode(platform.tokens().ttd());
        Algorithm algorithm = Algorithm.RSA256(publicKey(token.getKeyId()), null);
        DecodedJWT verified =
                JWT.require(algorithm)
                        .withIssuer(discovery().path("issuer").asText())
                        .build()
                        .verify(token);
        assertThat(verified.getClaim("urn:altinn:org").asString()).isEqualTo("ttd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "webhooks", "webhooks/"})
    void pagesForPeopleAnswer(String path) {
        Reply page = platform.call("GET", path).send();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.body()).contains("</html>");
    }

    @Test
    void testTokensWantAUserAndAPassword() {
        Reply reply = platform.call("GET", "api/GetEnterpriseToken?env=local&scopes=x").send();
        assertThat(reply.status()).isEqualTo(401);
    }

    private JsonNode discovery() {
        Reply reply = platform.call("GET", OPENID + ".well-known/openid-configuration").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("application/json");
        return reply.json();
    }

    private RSAPublicKey publicKey(String kid) {
        JsonNode keys =
                platform.get(discovery().path("jwks_uri").asText()).send().json().path("keys");
        JsonNode key =
                StreamSupport.stream(keys.spliterator(), false)
                        .filter(one -> one.path("kid").asText().equals(kid))
                        .findFirst()
                        .orElseThrow();
        RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode base64Url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64Url.asText()));
    }
}
