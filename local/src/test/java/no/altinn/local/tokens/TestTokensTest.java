package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.InvalidToken;
import no.altinn.platform.auth.KeySet;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.http.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class TestTokensTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final URI BASE = URI.create("http://localhost:7071");
    private static final String ISSUER = "http://localhost:7071/authentication/api/v1/openid/";

    @TempDir static Path folder;
    private static LocalKeys keys;
    private static LocalServer server;

    @BeforeAll
    static void start() {
        keys = LocalKeys.open(folder, CLOCK);
        server = LocalServer.start(new TestTokens(keys, Bundled::parties, BASE, CLOCK).handler());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String pathAndQuery) {
        return server.send(server.to(pathAndQuery).header("Authorization", basic("user:pass")));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Validated as the Events API does it, with the published keys. */
    private static AltinnToken token(String pathAndQuery) throws InvalidToken {
        HttpResponse<String> answer = ask(pathAndQuery);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        KeySet published =
                new KeySet(
                        keys.published().stream()
                                .map(key -> new KeySet.Key(key.kid(), key.publicKey()))
                                .toList());
        return new AltinnTokenValidator(published, new TokenIssuers(Set.of(ISSUER), false), CLOCK)
                .validate(answer.body());
    }

    private static JsonNode header(String jwt) {
        String part = jwt.substring(0, jwt.indexOf('.'));
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    @Nested
    class Credentials {
        @ParameterizedTest
        @ValueSource(strings = {"user:pass", "a:b:c", "bruker:ø"})
        void anyUserAndPasswordWillDo(String pair) {
            var request =
                    server.to("/api/GetPlatformAccessToken?env=local&app=events")
                            .header("Authorization", basic(pair));

            assertThat(server.send(request).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Basic OnBhc3M=",
                    "Basic dXNlcjo=",
                    "Basic dXNlcg==",
                    "Basic §",
                    "Bearer x"
                })
        void anEmptyUserOrPasswordIsNotEnough(String header) {
            var request =
                    server.to("/api/GetPlatformAccessToken?env=local&app=events")
                            .header("Authorization", header);

            assertThat(server.send(request).statusCode()).isEqualTo(401);
        }

        @Test
        void withoutAnyTheClientIsToldWhichSchemeIsWanted() {
            HttpResponse<String> answer = server.get("/api/GetPersonalToken?env=local");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic realm=");
        }
    }

    @Nested
    class Enterprise {
        private static final String TTD =
                "/api/GetEnterpriseToken?env=local&org=ttd&orgNo=991825827&scopes=";

        @Test
        void aServiceOwnerIsNamedByItsCode() throws InvalidToken {
            AltinnToken token = token(TTD + "altinn:events.publish");

            assertThat(token.identity()).contains("/org/ttd");
            assertThat(token.orgNumber()).contains("991825827");
            assertThat(token.authenticationLevel()).isEqualTo(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a:b,c:d", "a:b%20c:d", "a:b+c:d", "a:b,%20c:d"})
        void scopesMayBeSeparatedByCommasOrSpaces(String scopes) throws InvalidToken {
            assertThat(token(TTD + scopes).scopes()).containsExactlyInAnyOrder("a:b", "c:d");
        }

        @Test
        void anOrganisationThatOwnsNoServicesHasNoCode() throws InvalidToken {
            AltinnToken token =
                    token("/api/GetEnterpriseToken?env=local&orgNo=310000001&scopes=a:b");

            assertThat(token.org()).isEmpty();
            assertThat(token.identity()).contains("/organisation/310000001");
        }

        @Test
        void theNumberOfAKnownServiceOwnerMayBeLeftOut() throws InvalidToken {
            assertThat(token("/api/GetEnterpriseToken?env=local&org=skd&scopes=a:b").orgNumber())
                    .contains("974761076");
        }

        @Test
        void consumerAndSupplierAreObjects() throws InvalidToken {
            AltinnToken token = token(TTD + "a:b&supplierOrgNo=310000003");

            assertThat(token.claims().get("consumer"))
                    .hasToString(
                            "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}");
            assertThat(token.claims().get("supplier").path("ID").asText())
                    .isEqualTo("0192:310000003");
        }

        @Test
        void aTokenLivesForHalfAnHour() throws InvalidToken {
            AltinnToken token = token(TTD + "a:b");

            assertThat(token.claims().get("exp").asLong())
                    .isEqualTo(CLOCK.instant().getEpochSecond() + 1800);
            assertThat(token.claims().get("nbf").asLong())
                    .isEqualTo(CLOCK.instant().getEpochSecond());
        }

        @Test
        void aTokenLivesForAsLongAsWanted() throws InvalidToken {
            assertThat(token(TTD + "a:b&ttl=60").claims().get("exp").asLong())
                    .isEqualTo(CLOCK.instant().getEpochSecond() + 60);
        }

        @Test
        void theHeaderNamesTheKeyAndHasAThumbprintWhereACertificateShouldBe() {
            JsonNode header = header(ask(TTD + "a:b").body());

            assertThat(header.path("alg").asText()).isEqualTo("RS256");
            assertThat(header.path("kid").asText()).isEqualTo(keys.current().kid());
            assertThat(header.path("x5c").isTextual()).isTrue();
        }

        @Test
        void noTwoTokensHaveTheSameId() throws InvalidToken {
            assertThat(token(TTD + "a:b").sessionId())
                    .isPresent()
                    .isNotEqualTo(token(TTD + "a:b").sessionId());
        }

        @Test
        void aTokenIsPlainText() {
            assertThat(ask(TTD + "a:b").headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/plain");
        }
    }

    @Nested
    class Personal {
        @Test
        void whatIsKnownOfAPersonIsFilledIn() throws InvalidToken {
            AltinnToken token = token("/api/GetPersonalToken?env=local&pid=01909012345&scopes=a:b");

            assertThat(token.identity()).contains("/user/20000001");
            assertThat(token.partyId()).hasValue(50000001);
            assertThat(token.partyUuid())
                    .contains(UUID.fromString("00000000-0000-4000-8000-000050000001"));
            assertThat(token.authenticationLevel()).isEqualTo(3);
            assertThat(token.org()).isEmpty();
        }

        @Test
        void whatIsGivenWins() throws InvalidToken {
            AltinnToken token =
                    token(
                            "/api/GetPersonalToken?env=local&userId=1&partyId=2&pid=02909012346"
                                    + "&authLvl=4&scopes=a:b");

            assertThat(token.userId()).hasValue(1);
            assertThat(token.partyId()).hasValue(2);
            assertThat(token.partyUuid()).isEmpty();
            assertThat(token.authenticationLevel()).isEqualTo(4);
            assertThat(token.claims().get("acr").asText()).isEqualTo("idporten-loa-high");
        }
    }

    @Nested
    class SystemUser {
        @Test
        void aSystemUserIsNamedByItsIdAndTheOrganisationItActsFor() throws InvalidToken {
            String id = "a1b2c3d4-0000-4000-8000-000000000001";
            AltinnToken token = token("/api/GetSystemUserToken?env=local&systemUserId=" + id);

            assertThat(token.identity()).contains("/systemuser/" + id);
            assertThat(
                            token.claims()
                                    .get("authorization_details")
                                    .at("/systemuser_org/ID")
                                    .asText())
                    .isEqualTo("0192:310000001");
        }
    }

    @Nested
    class PlatformAccess {
        @ParameterizedTest
        @CsvSource({"'', platform", "&org=ttd, ttd", "&org=skd, skd"})
        void anAppsTokenIsSignedByItsIssuer(String query, String issuer) throws InvalidToken {
            String jwt = ask("/api/GetPlatformAccessToken?env=local&app=apps-test" + query).body();

            assertThat(new PlatformAccessTokenValidator(keys, CLOCK).validate(jwt))
                    .isEqualTo(new PlatformAccessToken(issuer, "apps-test"));
        }

        @Test
        void anIssuerWithoutKeyIsRefused() {
            HttpResponse<String> answer =
                    ask("/api/GetPlatformAccessToken?env=local&app=a&org=nav");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"org\":\"Invalid value for parameter\"}");
        }
    }

    @Nested
    class Faults {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "GetEnterpriseToken?org=ttd&scopes=a            | env",
                    "GetEnterpriseToken?env=x&org=ttd               | scopes",
                    "GetEnterpriseToken?env=x&scopes=a              | orgNo",
                    "GetPersonalToken?env=x&pid=01909012345         | scopes",
                    "GetPersonalToken?env=x&scopes=a&userId=1&partyId=2 | pid",
                    "GetSystemUserToken?env=x                       | systemUserId",
                    "GetPlatformAccessToken?env=x                   | app",
                })
        void aParameterThatIsMissingIsNamed(String query, String parameter) {
            HttpResponse<String> answer = ask("/api/" + query);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"%s\":\"Parameter must be supplied\"}".formatted(parameter));
        }

        @Test
        void everyMissingParameterIsNamedAtOnce() {
            assertThat(Json.parse(ask("/api/GetPersonalToken").body()).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            List.of("env", "pid", "userId", "partyId", "scopes"));
        }

        @ParameterizedTest
        @CsvSource({
            "GetEnterpriseToken?env=x&scopes=a&orgNo=12, orgNo",
            "GetEnterpriseToken?env=x&scopes=a&org=ttd&ttl=-1, ttl",
            "GetPersonalToken?env=x&scopes=a&pid=01909012345&userId=A, userId",
            "GetSystemUserToken?env=x&systemUserId=1-2-3-4-5, systemUserId",
        })
        void aParameterThatCannotBeReadIsNamed(String query, String parameter) {
            HttpResponse<String> answer = ask("/api/" + query);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"%s\":\"Invalid value for parameter\"}".formatted(parameter));
        }
    }
}
