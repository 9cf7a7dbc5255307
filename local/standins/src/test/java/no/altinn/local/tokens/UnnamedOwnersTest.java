package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Party;
import no.altinn.local.testdata.Person;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.jose.InvalidToken;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** Whose a token is when the request does not say. */
class UnnamedOwnersTest {
    private static Generator generator;

    @BeforeAll
    static void start(@TempDir Path folder) {
        generator = Generator.start(folder);
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    private static JsonNode claims(String query) throws InvalidToken {
        String jwt = generator.ask("/api/" + query).body();
        Generator.validator(generator.keys()).validate(jwt);
        return Generator.claims(jwt);
    }

    private static Party party(JsonNode claims, String claim) {
        return Bundled.parties().named(claim + ":" + claims.path(claim).asText()).orElseThrow();
    }

    @Test
    void aPersonalTokenNeedsNothingButTheEnvironment() throws InvalidToken {
        AltinnToken token = generator.token("/api/GetPersonalToken?env=at22");

        assertThat(token.scopes()).containsExactly("altinn:enduser");
        assertThat(token.authenticationLevel()).isEqualTo(3);
        assertThat(token.userId()).isPresent();
        assertThat(token.partyId()).isPresent();
        assertThat(token.partyUuid()).isPresent();
    }

    @Test
    void allNumbersOfAMadeUpPersonAreThoseOfOne() throws InvalidToken {
        JsonNode claims = claims("GetPersonalToken?env=at22");

        Person person = Bundled.parties().person(claims.path("pid").asText()).orElseThrow();
        assertThat(party(claims, "urn:altinn:userid")).isEqualTo(person);
        assertThat(party(claims, "urn:altinn:partyid")).isEqualTo(person);
        assertThat(party(claims, "urn:altinn:party:uuid")).isEqualTo(person);
    }

    @ParameterizedTest
    @CsvSource({"userId, urn:altinn:userid", "partyId, urn:altinn:partyid", "pid, pid"})
    void aMadeUpPersonMayBeAskedForAgainByAnyNumber(String parameter, String claim)
            throws InvalidToken {
        JsonNode first = claims("GetPersonalToken?env=at22");

        JsonNode again =
                claims(
                        "GetPersonalToken?env=at22&%s=%s"
                                .formatted(parameter, first.path(claim).asText()));

        assertThat(again.path("pid")).isEqualTo(first.path("pid"));
        assertThat(again.path("urn:altinn:userid")).isEqualTo(first.path("urn:altinn:userid"));
        assertThat(again.path("urn:altinn:partyid")).isEqualTo(first.path("urn:altinn:partyid"));
    }

    @Test
    void whatIsMissingOfAStrangerIsAlwaysThatOfTheSamePerson() throws InvalidToken {
        JsonNode claims = claims("GetPersonalToken?env=at22&pid=22877497392");

        assertThat(claims.path("pid").asText()).isEqualTo("22877497392");
        assertThat(party(claims, "urn:altinn:userid"))
                .isInstanceOf(Person.class)
                .isEqualTo(party(claims, "urn:altinn:partyid"));
        assertThat(claims("GetPersonalToken?env=tt02&pid=22877497392").path("urn:altinn:userid"))
                .isEqualTo(claims.path("urn:altinn:userid"));
    }

    @Test
    void whatAStrangerSaysIsNotChanged() throws InvalidToken {
        JsonNode claims = claims("GetPersonalToken?env=at22&userId=1&partyId=2&scopes=a:b");

        assertThat(claims.path("urn:altinn:userid").asInt()).isEqualTo(1);
        assertThat(claims.path("urn:altinn:partyid").asInt()).isEqualTo(2);
        assertThat(claims.has("urn:altinn:party:uuid")).isFalse();
        assertThat(Bundled.parties().person(claims.path("pid").asText())).isPresent();
    }

    @Test
    void whoIsToBeNoUserIsNone() throws InvalidToken {
        JsonNode claims = claims("GetPersonalToken?env=at22&userId=0&partyId=0");

        assertThat(claims.has("urn:altinn:userid")).isFalse();
        assertThat(claims.has("urn:altinn:partyid")).isFalse();
        assertThat(claims.path("pid").asText()).hasSize(11);
    }

    @Test
    void anEnterpriseTokenNeedsNothingButTheEnvironmentAndScopes() throws InvalidToken {
        JsonNode claims = claims("GetEnterpriseToken?env=at22&scopes=a");

        String orgNo = claims.path("urn:altinn:orgNumber").asText();
        assertThat(Bundled.parties().organisation(orgNo)).map(Organisation::orgNo).contains(orgNo);
        assertThat(claims.at("/consumer/ID").asText()).isEqualTo("0192:" + orgNo);
        assertThat(claims.has("urn:altinn:org")).isFalse();
    }

    @Test
    void anUnknownServiceOwnerAlwaysHasTheSameMadeUpNumber() throws InvalidToken {
        JsonNode claims = claims("GetEnterpriseToken?env=at22&scopes=a&org=nav");

        assertThat(claims.path("urn:altinn:org").asText()).isEqualTo("nav");
        assertThat(Bundled.parties().organisation(claims.path("urn:altinn:orgNumber").asText()))
                .isPresent();
        assertThat(
                        claims("GetEnterpriseToken?env=at22&scopes=b&org=nav")
                                .path("urn:altinn:orgNumber"))
                .isEqualTo(claims.path("urn:altinn:orgNumber"));
    }
}
