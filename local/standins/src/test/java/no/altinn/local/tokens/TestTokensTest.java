package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.jose.InvalidToken;

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
import java.util.UUID;

class TestTokensTest {
    private static Generator generator;

    @BeforeAll
    static void start(@TempDir Path folder) {
        generator = Generator.start(folder);
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    private static AltinnToken token(String pathAndQuery) throws InvalidToken {
        return generator.token(pathAndQuery);
    }

    private static JsonNode claim(AltinnToken token, String name) {
        return token.claims().getOrDefault(name, MissingNode.getInstance());
    }

    @Nested
    class Credentials {
        @ParameterizedTest
        @ValueSource(strings = {"user:pass", "a:b:c", "bruker:ø"})
        void anyUserAndPasswordWillDo(String pair) {
            var request =
                    generator
                            .to("/api/GetPlatformAccessToken?env=local&app=events")
                            .header("Authorization", Generator.basic(pair));

            assertThat(generator.send(request).statusCode()).isEqualTo(200);
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
                    generator
                            .to("/api/GetPlatformAccessToken?env=local&app=events")
                            .header("Authorization", header);

            assertThat(generator.send(request).statusCode()).isEqualTo(401);
        }

        @Test
        void withoutAnyTheClientIsToldWhichSchemeIsWanted() {
            HttpResponse<String> answer = generator.get("/api/GetPersonalToken?env=local");

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
        void theClientAndWhereItsRightsComeFromMayBeNamed() throws InvalidToken {
            AltinnToken token =
                    token(TTD + "a:b&clientId=my-client&delegationSource=https://altinn.no/d");

            assertThat(claim(token, "client_id").asText()).isEqualTo("my-client");
            assertThat(claim(token, "delegation_source").asText()).isEqualTo("https://altinn.no/d");
        }

        @Test
        void namesMayHaveCapitalLetters() throws InvalidToken {
            assertThat(claim(token(TTD + "a:b&clientId=My_Client"), "client_id").asText())
                    .isEqualTo("My_Client");
        }

        @Test
        void aClientThatIsNotNamedHasAnIdThatIsNew() throws InvalidToken {
            assertThat(claim(token(TTD + "a:b"), "client_id").asText())
                    .isNotEmpty()
                    .isNotEqualTo(claim(token(TTD + "a:b"), "client_id").asText());
        }

        @Test
        void aParameterThatNobodyKnowsIsIgnored() throws InvalidToken {
            assertThat(token(TTD + "a:b&unknown=1&userId=x").identity()).contains("/org/ttd");
        }

        @Test
        void aTokenLivesForHalfAnHour() throws InvalidToken {
            AltinnToken token = token(TTD + "a:b");

            assertThat(token.claims().get("exp").asLong())
                    .isEqualTo(Generator.CLOCK.instant().getEpochSecond() + 1800);
            assertThat(token.claims().get("nbf").asLong())
                    .isEqualTo(Generator.CLOCK.instant().getEpochSecond());
        }

        @Test
        void aTokenLivesForAsLongAsWanted() throws InvalidToken {
            assertThat(token(TTD + "a:b&ttl=60").claims().get("exp").asLong())
                    .isEqualTo(Generator.CLOCK.instant().getEpochSecond() + 60);
        }

        @Test
        void theHeaderNamesTheKeyAndHasAThumbprintWhereACertificateShouldBe() {
            JsonNode header = Generator.header(generator.ask(TTD + "a:b").body());

            assertThat(header.path("alg").asText()).isEqualTo("RS256");
            assertThat(header.path("kid").asText()).isEqualTo(generator.keys().current().kid());
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
            assertThat(generator.ask(TTD + "a:b").headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/plain");
        }
    }

    @Nested
    class Personal {
        private static final String A =
                "/api/GetPersonalToken?env=local&pid=01909012345&scopes=a:b";

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

        @Test
        void aConsumerAndALoginAreTakenForGranted() throws InvalidToken {
            AltinnToken token = token(A);

            assertThat(claim(token, "client_orgno").asText()).isEqualTo("991825827");
            assertThat(claim(token, "consumer").path("ID").asText()).isEqualTo("0192:991825827");
            assertThat(claim(token, "client_amr").asText()).isEqualTo("virksomhetssertifikat");
            assertThat(claim(token, "urn:altinn:authenticatemethod").asText())
                    .isEqualTo("NotDefined");
            assertThat(claim(token, "urn:altinn:username").isMissingNode()).isTrue();
            assertThat(claim(token, "delegation_source").isMissingNode()).isTrue();
        }

        @Test
        void aConsumerAndALoginMayBeNamed() throws InvalidToken {
            AltinnToken token =
                    token(
                            A
                                    + "&consumerOrgNo=310000003&clientAmr=private_key_jwt"
                                    + "&userName=person_a&delegationSource=https://altinn.no/d");

            assertThat(claim(token, "client_orgno").asText()).isEqualTo("310000003");
            assertThat(claim(token, "consumer").path("ID").asText()).isEqualTo("0192:310000003");
            assertThat(claim(token, "client_amr").asText()).isEqualTo("private_key_jwt");
            assertThat(claim(token, "urn:altinn:username").asText()).isEqualTo("person_a");
            assertThat(claim(token, "delegation_source").asText()).isEqualTo("https://altinn.no/d");
        }

        @Test
        void aConsumerMayBeAPerson() throws InvalidToken {
            AltinnToken token = token(A + "&consumerOrgNo=01909012345");

            assertThat(claim(token, "client_orgno").asText()).isEqualTo("01909012345");
            assertThat(claim(token, "consumer"))
                    .hasToString(
                            "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:01909012345\"}");
        }

        @Test
        void aPartysUuidMayBeNamed() throws InvalidToken {
            UUID uuid = UUID.fromString("00000000-0000-4000-8000-000000000009");

            assertThat(token(A + "&partyuuid=" + uuid).partyUuid()).contains(uuid);
        }

        @Test
        void zeroIsNobody() throws InvalidToken {
            AltinnToken token = token(A + "&userId=0&partyId=0");

            assertThat(token.claims())
                    .doesNotContainKeys("nameid", "urn:altinn:userid", "urn:altinn:partyid");
            assertThat(token.partyUuid()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "0, idporten-loa-low",
            "2, idporten-loa-low",
            "3, idporten-loa-substantial",
            "4, idporten-loa-high"
        })
        void theLevelOfAuthenticationIsToldTwice(int level, String assurance) throws InvalidToken {
            AltinnToken token = token(A + "&authLvl=" + level);

            assertThat(token.authenticationLevel()).isEqualTo(level);
            assertThat(claim(token, "acr").asText()).isEqualTo(assurance);
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
            assertThat(token.scopes()).containsExactly("altinn:enduser");
            assertThat(claim(token, "consumer").path("ID").asText()).isEqualTo("0192:991825827");
        }

        @Test
        void itsOrganisationsAndItsClientMayBeNamed() throws InvalidToken {
            AltinnToken token =
                    token(
                            "/api/GetSystemUserToken?env=local&scopes=a:b&orgNo=310000003"
                                    + "&systemUserId=00000000-0000-4000-8000-000000000009"
                                    + "&systemUserOrg=310000002&supplierOrgNo=310000001"
                                    + "&clientId=my-client");

            assertThat(claim(token, "consumer").path("ID").asText()).isEqualTo("0192:310000003");
            assertThat(claim(token, "supplier").path("ID").asText()).isEqualTo("0192:310000001");
            assertThat(claim(token, "client_id").asText()).isEqualTo("my-client");
            assertThat(claim(token, "authorization_details").at("/systemuser_org/ID").asText())
                    .isEqualTo("0192:310000002");
            assertThat(token.scopes()).containsExactly("a:b");
        }

        @Test
        void anUnknownOneActsForTheOrganisationOfTheClient() throws InvalidToken {
            AltinnToken token =
                    token(
                            "/api/GetSystemUserToken?env=local&orgNo=310000003"
                                    + "&systemUserId=00000000-0000-4000-8000-000000000009");

            assertThat(claim(token, "authorization_details").at("/systemuser_org/ID").asText())
                    .isEqualTo("0192:310000003");
        }
    }

    @Nested
    class PlatformAccess {
        @ParameterizedTest
        @CsvSource({"'', platform", "&org=ttd, ttd", "&org=skd, skd"})
        void anAppsTokenIsSignedByItsIssuer(String query, String issuer) throws InvalidToken {
            String jwt =
                    generator
                            .ask("/api/GetPlatformAccessToken?env=local&app=apps-test" + query)
                            .body();

            assertThat(
                            new PlatformAccessTokenValidator(generator.keys(), Generator.CLOCK)
                                    .validate(jwt))
                    .isEqualTo(new PlatformAccessToken(issuer, "apps-test"));
        }

        @Test
        void itLivesForAsLongAsWanted() {
            String jwt = generator.ask("/api/GetPlatformAccessToken?env=x&app=a&ttl=300").body();

            assertThat(Generator.claims(jwt).path("exp").asLong())
                    .isEqualTo(Generator.CLOCK.instant().getEpochSecond() + 300);
            assertThat(Generator.claims(jwt).path("actual_iss").asText())
                    .isEqualTo("altinn-test-tools");
        }

        @Test
        void anIssuerWithoutKeyIsRefused() {
            HttpResponse<String> answer =
                    generator.ask("/api/GetPlatformAccessToken?env=local&app=a&org=nav");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"org\":\"Parameter was supplied with an invalid value\"}");
        }
    }
}
