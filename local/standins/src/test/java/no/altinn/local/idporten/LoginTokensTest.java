package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class LoginTokensTest {
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

    private static Map<String, JsonNode> access(Form authorization) {
        return provider.claims(provider.tokens(authorization).path("access_token").asText());
    }

    private static Map<String, JsonNode> id(Form authorization) {
        return provider.claims(provider.tokens(authorization).path("id_token").asText());
    }

    @Test
    void anAccessTokenSaysForWhomAndForWhat() {
        Map<String, JsonNode> claims = access(Form.authorization());

        assertThat(claims)
                .containsOnlyKeys(
                        "iss",
                        "sub",
                        "aud",
                        "client_id",
                        "client_amr",
                        "client_orgno",
                        "consumer",
                        "scope",
                        "token_type",
                        "pid",
                        "acr",
                        "amr",
                        "locale",
                        "sid",
                        "jti",
                        "iat",
                        "exp");
        assertThat(claims.get("iss").asText()).isEqualTo(Provider.ISSUER);
        assertThat(claims.get("aud").asText()).isEqualTo("unspecified");
        assertThat(claims.get("client_id").asText()).isEqualTo("my-app");
        assertThat(claims.get("client_amr").asText()).isEqualTo("none");
        assertThat(claims.get("client_orgno").asText()).isEqualTo("991825827");
        assertThat(claims.get("consumer"))
                .hasToString("{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}");
        assertThat(claims.get("scope").asText()).isEqualTo("openid altinn:events.subscribe");
        assertThat(claims.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(claims.get("pid").asText()).isEqualTo(Provider.PERSON_A);
    }

    @Test
    void anIdTokenSaysToTheClientWhoLoggedIn() {
        Map<String, JsonNode> claims = id(Form.authorization().and("nonce", "n-0S6_WzA2Mj"));

        assertThat(claims)
                .containsOnlyKeys(
                        "iss",
                        "sub",
                        "aud",
                        "nonce",
                        "pid",
                        "acr",
                        "amr",
                        "locale",
                        "auth_time",
                        "sid",
                        "at_hash",
                        "jti",
                        "iat",
                        "exp");
        assertThat(claims.get("iss").asText()).isEqualTo(Provider.ISSUER);
        assertThat(claims.get("aud").asText()).isEqualTo("my-app");
        assertThat(claims.get("nonce").asText()).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.get("pid").asText()).isEqualTo(Provider.PERSON_A);
        assertThat(claims.get("auth_time").asLong())
                .isEqualTo(provider.clock.instant().getEpochSecond());
    }

    @Test
    void withoutNonceInTheRequestThereIsNoneInTheToken() {
        assertThat(id(Form.authorization())).doesNotContainKey("nonce");
    }

    @Test
    void anAccessTokenIsValidForTenMinutesAndAnIdTokenForTwo() {
        Map<String, JsonNode> access = access(Form.authorization());
        Map<String, JsonNode> id = id(Form.authorization());
        long now = provider.clock.instant().getEpochSecond();

        assertThat(access.get("iat").asLong()).isEqualTo(now);
        assertThat(access.get("exp").asLong()).isEqualTo(now + 600);
        assertThat(id.get("iat").asLong()).isEqualTo(now);
        assertThat(id.get("exp").asLong()).isEqualTo(now + 120);
    }

    @Test
    void theTokensOfOneLoginBelongTogether() throws GeneralSecurityException {
        JsonNode tokens = provider.tokens(Form.authorization());
        String accessToken = tokens.path("access_token").asText();
        Map<String, JsonNode> access = provider.claims(accessToken);
        Map<String, JsonNode> id = provider.claims(tokens.path("id_token").asText());
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(accessToken.getBytes(StandardCharsets.US_ASCII));

        assertThat(id.get("sid")).isEqualTo(access.get("sid"));
        assertThat(id.get("sub")).isEqualTo(access.get("sub"));
        assertThat(id.get("jti")).isNotEqualTo(access.get("jti"));
        assertThat(Base64.getUrlDecoder().decode(id.get("at_hash").asText()))
                .isEqualTo(Arrays.copyOf(digest, 16));
    }

    @Test
    void everyLoginBeginsASession() {
        assertThat(access(Form.authorization()).get("sid"))
                .isNotEqualTo(access(Form.authorization()).get("sid"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', idporten-loa-substantial, Minid-PIN",
        "idporten-loa-substantial, idporten-loa-substantial, Minid-PIN",
        "idporten-loa-high, idporten-loa-high, BankID",
        "idporten-loa-low, idporten-loa-low, Minid-PIN",
        "Level3, Level3, Minid-PIN",
        "Level4, Level4, BankID",
        "unknown Level4 Level3, Level4, BankID",
    })
    void theLevelThatIsAskedForIsTheOneThatIsAnswered(String asked, String acr, String amr) {
        Form authorization = Form.authorization().and("acr_values", asked);

        for (Map<String, JsonNode> claims : List.of(access(authorization), id(authorization))) {
            assertThat(claims.get("acr").asText()).isEqualTo(acr);
            assertThat(claims.get("amr")).hasToString("[\"" + amr + "\"]");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', nb", "nn, nn", "fr en nb, en", "fr, nb"})
    void theLanguageIsTheFirstThatIsKnown(String asked, String locale) {
        assertThat(access(Form.authorization().and("ui_locales", asked)).get("locale").asText())
                .isEqualTo(locale);
    }

    @Test
    void scopesAreGivenOnceAndInOrder() {
        assertThat(
                        access(Form.authorization().with("scope", " openid  a:b openid "))
                                .get("scope")
                                .asText())
                .isEqualTo("openid a:b");
    }
}
