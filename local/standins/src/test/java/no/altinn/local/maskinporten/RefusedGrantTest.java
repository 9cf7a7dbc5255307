package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** What a client is told when its request for a token is refused. */
class RefusedGrantTest {
    private static final long NOW = RunningMaskinporten.NOW.getEpochSecond();

    @TempDir Path folder;
    private RunningMaskinporten maskinporten;
    private String client;

    @BeforeEach
    void start() {
        maskinporten = RunningMaskinporten.start(folder);
        client = maskinporten.client("a:read", "a:write");
    }

    @AfterEach
    void stop() {
        maskinporten.close();
    }

    private TestGrant grant() {
        return maskinporten.grant(client, "a:read");
    }

    private void assertRefused(TestGrant grant, String error, String description) {
        assertRefused(maskinporten.token(grant.sign()), error, description);
    }

    private static void assertRefused(
            HttpResponse<String> answer, String error, String description) {
        JsonNode body = Json.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("error", "error_description");
        assertThat(body.path("error").asText()).isEqualTo(error);
        assertThat(body.path("error_description").asText())
                .contains(description)
                .matches("(MP-[0-9]{3}|%s): .*".formatted(error));
    }

    @Nested
    class Requests {
        @Test
        void aFormIsWanted() {
            assertRefused(
                    maskinporten.form("application/json", "{}"), "invalid_request", "Content-Type");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "assertion=a | grant_type must be there",
                    "grant_type=&assertion=a | grant_type must be there",
                    "grant_type=b&grant_type=b&assertion=a | grant_type must be there only once",
                    "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer | assertion must be there",
                    "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=a&assertion=b | assertion must be there only once",
                    "grant_type=%zz | percent escape",
                })
        void everyParameterComesOnce(String form, String description) {
            assertRefused(maskinporten.form(form), "invalid_request", description);
        }

        @ParameterizedTest
        @ValueSource(strings = {"client_credentials", "authorization_code", "jwt-bearer"})
        void anotherGrantIsNotSupported(String type) {
            assertRefused(
                    maskinporten.form("grant_type=" + type + "&assertion=a"),
                    "unsupported_grant_type",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer");
        }
    }

    @Nested
    class Clients {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"00000000-0000-4000-8000-000000000000\"",
                    "\"\"",
                    "7",
                    "null",
                    "[\"a\"]"
                })
        void aClientThatIsNotRegisteredIsUnknown(String issuer) {
            assertRefused(grant().claim("iss", issuer), "invalid_grant", "MP-100: ");
        }

        @Test
        void aClientThatWasRemovedIsUnknown() {
            maskinporten.delete("clients/" + client);

            assertRefused(grant(), "invalid_grant", "MP-100: ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"http://localhost:7071/maskinporten\"",
                    "\"http://localhost:7071/maskinporten/token\"",
                    "\"HTTP://localhost:7071/maskinporten/\"",
                    "\"https://localhost:7071/maskinporten/\"",
                    "\"https://maskinporten.no/\"",
                    "[]",
                    "[\"http://localhost:7071/maskinporten/\",\"other\"]",
                    "[[\"http://localhost:7071/maskinporten/\"]]",
                    "{}",
                    "null",
                    "\"\""
                })
        void aGrantForSomebodyElseIsRefused(String audience) {
            assertRefused(grant().claim("aud", audience), "invalid_grant", "MP-110: ");
        }

        @Test
        void aGrantForNobodyIsRefused() {
            TestGrant grant = grant();
            grant.claims().remove("aud");

            assertRefused(grant, "invalid_grant", "MP-110: ");
        }
    }

    @Nested
    class Times {
        @ParameterizedTest
        @ValueSource(longs = {0, 1, 3600})
        void aGrantThatHasHadItsTimeIsExpired(long ago) {
            assertRefused(
                    grant().claim("exp", "" + (NOW - ago)).claim("iat", "" + (NOW - ago - 60)),
                    "invalid_grant",
                    "MP-130: ");
        }

        @ParameterizedTest
        @ValueSource(longs = {-10, -1, 0, 9, 10})
        void theClocksMayDifferByTenSeconds(long seconds) {
            TestGrant grant = grant().claim("iat", "" + (NOW + seconds));
            grant.claim("exp", "" + (NOW + seconds + 120));

            assertThat(maskinporten.token(grant.sign()).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(longs = {-60, -11, 11, 60})
        void theClocksMayDifferByNoMore(long seconds) {
            assertRefused(
                    grant().claim("iat", "" + (NOW + seconds)).claim("exp", "" + (NOW + 60)),
                    "invalid_grant",
                    "iat");
        }

        @ParameterizedTest
        @ValueSource(longs = {3, 5})
        void aGrantEndsAfterItWasIssued(long end) {
            assertRefused(
                    grant().claim("iat", "" + (NOW + 5)).claim("exp", "" + (NOW + end)),
                    "invalid_grant",
                    "exp is not after iat");
        }

        @Test
        void aGrantLivesForTwoMinutesAtMost() {
            assertRefused(
                    grant().claim("exp", "" + (NOW + 121)),
                    "invalid_grant",
                    "more than 120 seconds");
        }

        @Test
        void aGrantThatIsToBeUsedLaterIsRefused() {
            assertRefused(grant().claim("nbf", "" + (NOW + 11)), "invalid_grant", "not valid yet");
            assertThat(
                            maskinporten
                                    .token(grant().claim("nbf", "" + (NOW + 10)).sign())
                                    .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void aFractionOfASecondCounts() {
            assertRefused(
                    grant().claim("nbf", (NOW + 10) + ".5"), "invalid_grant", "not valid yet");
            assertRefused(grant().claim("iat", (NOW + 10) + ".5"), "invalid_grant", "iat");
            assertRefused(
                    grant().claim("exp", (NOW + 120) + ".5"),
                    "invalid_grant",
                    "more than 120 seconds");
            assertThat(
                            maskinporten
                                    .token(grant().claim("exp", (NOW + 119) + ".5").sign())
                                    .statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"exp", "iat"})
        void aTimeThatIsMissingIsNamed(String claim) {
            TestGrant grant = grant();
            grant.claims().remove(claim);

            assertRefused(grant, "invalid_grant", claim + " is missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"1795341600\"",
                    "null",
                    "true",
                    "[]",
                    "-1",
                    "-0.5",
                    "1e300",
                    "1e400",
                    "9223372036854775808",
                    "253402300800"
                })
        void aTimeThatIsNoneIsNamed(String value) {
            for (String claim : new String[] {"exp", "iat", "nbf"}) {
                assertRefused(grant().claim(claim, value), "invalid_grant", claim + " is no date");
            }
        }
    }

    @Nested
    class Scopes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"a:delete\"",
                    "\"a:read a:delete\"",
                    "\"a:rea\"",
                    "\"a:read/sub\"",
                    "\"A:READ\"",
                    "\"a:read,a:write\"",
                    "\"\"",
                    "\" \"",
                    "null",
                    "[\"a:read\"]"
                })
        void aScopeMustBeRegisteredForTheClient(String scope) {
            assertRefused(grant().claim("scope", scope), "invalid_scope", "MP-200: ");
        }

        @Test
        void theScopeThatIsNotRegisteredIsNamedInPlainAscii() {
            assertRefused(
                    grant().claim("scope", "\"å\\\"b\""), "invalid_scope", "Not registered: ??b");
        }

        @Test
        void aLongScopeMakesNoLongDescription() {
            HttpResponse<String> answer =
                    maskinporten.token(
                            grant().claim("scope", "\"" + "x".repeat(9000) + "\"").sign());

            assertThat(Json.parse(answer.body()).path("error_description").asText()).hasSize(500);
        }
    }

    @Nested
    class Reuse {
        @Test
        void aGrantIsUsedOnce() {
            String assertion = grant().sign();
            maskinporten.token(assertion);

            assertRefused(maskinporten.token(assertion), "invalid_grant", "MP-012: ");
        }

        @Test
        void anotherGrantWithTheSameIdIsTheSame() {
            maskinporten.token(grant().claim("jti", "\"1\"").sign());

            assertRefused(
                    grant().claim("jti", "\"1\"").claim("scope", "\"a:write\""),
                    "invalid_grant",
                    "MP-012: ");
        }

        @Test
        void idsOfDifferentClientsHaveNothingToDoWithEachOther() {
            String other = maskinporten.client("a:read");
            maskinporten.token(grant().claim("jti", "\"1\"").sign());

            assertThat(
                            maskinporten
                                    .token(
                                            maskinporten
                                                    .grant(other, "a:read")
                                                    .claim("jti", "\"1\"")
                                                    .sign())
                                    .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void aGrantStaysUsedForAsLongAsItWouldBeAccepted() {
            // As late as it may be issued, which keeps it acceptable for longest.
            TestGrant grant = grant().claim("iat", "" + (NOW + 10)).claim("exp", "" + (NOW + 130));
            String assertion = grant.sign();
            maskinporten.token(assertion);

            maskinporten.clock().advance(Duration.ofSeconds(20));
            assertRefused(maskinporten.token(assertion), "invalid_grant", "MP-012: ");
            maskinporten.clock().advance(Duration.ofSeconds(1));
            assertRefused(maskinporten.token(assertion), "invalid_grant", "iat");
        }

        @Test
        void aGrantThatWasRefusedIsNotUsedUp() {
            assertRefused(
                    grant().claim("jti", "\"1\"").claim("scope", "\"x\""), "invalid_scope", "");

            assertThat(maskinporten.token(grant().claim("jti", "\"1\"").sign()).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void anotherUsesUpNoIdsOfAClient() {
            TestGrant grant = grant().claim("jti", "\"1\"");
            String forged = grant.unsigned() + "." + TestGrant.base64Url(new byte[256]);
            assertRefused(maskinporten.token(forged), "invalid_grant", "MP-124: ");

            assertThat(maskinporten.token(grant.sign()).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"\"", "\" \"", "null", "7", "[\"a\"]"})
        void anIdIsNeeded(String id) {
            assertRefused(grant().claim("jti", id), "invalid_grant", "jti");
        }

        @Test
        void anIdHas255CharactersAtMost() {
            assertRefused(
                    grant().claim("jti", "\"" + "x".repeat(256) + "\""), "invalid_grant", "jti");
        }
    }

    @Nested
    class Options {
        @ParameterizedTest
        @ValueSource(strings = {"310000001", "\"31000000\"", "\"0192:310000001\"", "null", "\"\""})
        void aConsumerIsNineDigits(String consumer) {
            assertRefused(grant().claim("consumer_org", consumer), "invalid_grant", "consumer_org");
        }

        @Test
        void nobodyDelegatesToItself() {
            assertRefused(
                    grant().claim("consumer_org", "\"991825827\""),
                    "invalid_request",
                    "consumer_org");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"\"", "[\"a\",7]", "{}", "null", "[\"\"]"})
        void aResourceIsATextOrAListOfTexts(String resource) {
            assertRefused(grant().claim("resource", resource), "invalid_grant", "resource");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "null | a list of one",
                    "{} | a list of one",
                    "[] | a list of one",
                    "[{},{}] | a list of one",
                    "[\"a\"] | a list of one",
                    "[{}] | type",
                    "[{\"type\":\"urn:other\"}] | type",
                    "[{\"type\":[\"urn:altinn:systemuser\"]}] | type",
                    "[{\"type\":\"urn:altinn:systemuser\"}] | systemuser_org",
                    "[{\"type\":\"urn:altinn:systemuser\",\"systemuserorg\":{}}] | systemuserorg",
                    "[{\"type\":\"urn:altinn:systemuser\",\"externalRef\":7}] | externalRef",
                    "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":\"310000001\"}] | systemuser_org",
                    "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:310000001\",\"x\":1}}] | systemuser_org",
                    "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{\"authority\":\"x\",\"ID\":\"0192:310000001\"}}] | systemuser_org",
                    "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"310000001\"}}] | systemuser_org",
                })
        void whatIsWrongWithTheDetailsIsTold(String details, String description) {
            assertRefused(
                    grant().claim("authorization_details", details),
                    "invalid_authorization_details",
                    description);
        }

        @Test
        void anOrganisationWithoutSystemUserIsTold() {
            assertRefused(
                    grant().claim(
                                    "authorization_details",
                                    "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:310000003\"}}]"),
                    "invalid_altinn_customer_configuration",
                    "No system user");
        }
    }
}
