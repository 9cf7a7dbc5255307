package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

final class AltinnTokenTest {
    private static final String SYSTEM_USER = "5d9c1f0e-6d36-4a6e-9d3c-2f5f0a1b2c3d";

    /** A token with these claims, in JSON with apostrophes for quotes. */
    private static AltinnToken token(String claims) {
        Map<String, JsonNode> members = new HashMap<>();
        Json.parse(claims.replace('\'', '"'))
                .properties()
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return new AltinnToken("jwt", Map.copyOf(members));
    }

    private static String quoted(JsonNode json) {
        return Json.string(json.toString());
    }

    private static ObjectNode systemUserDetails() {
        ObjectNode details = Json.object().put("type", "urn:altinn:systemuser");
        details.putArray("systemuser_id").add(SYSTEM_USER);
        return details;
    }

    @Test
    void aNationalNumberHasElevenDigits() {
        assertThat(token("{'pid':'01909012345'}").nationalNumber()).contains("01909012345");
        assertThat(token("{'pid':'1909012345'}").nationalNumber()).isEmpty();
        assertThat(token("{'pid':['01909012345']}").nationalNumber()).isEmpty();
        assertThat(token("{}").nationalNumber()).isEmpty();
    }

    @Test
    void aTokenMayTellMoreOfItsHolder() {
        assertThat(token("{'authorization_details':[]}").hasAuthorizationDetails()).isTrue();
        assertThat(token("{'pid':'01909012345'}").hasAuthorizationDetails()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000490", "'20000490'", "'0020000490'"})
    void aUserIdIsANumberOrAText(String value) {
        assertThat(token("{'urn:altinn:userid':" + value + "}").userId()).hasValue(20000490);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "''",
                "'abc'",
                "null",
                "1.5",
                "true",
                "2147483648",
                "'1 '",
                "[1]"
            })
    void aUserIdThatIsNoneCountsAsMissing(String value) {
        assertThat(token("{'urn:altinn:userid':" + value + "}").userId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50001337", "'50001337'"})
    void aPartyIdIsANumberOrAText(String value) {
        assertThat(token("{'urn:altinn:partyid':" + value + "}").partyId()).hasValue(50001337);
    }

    @ParameterizedTest
    @ValueSource(strings = {"991825827", "'991825827'"})
    void anOrganisationNumberIsANumberOrAText(String value) {
        assertThat(token("{'urn:altinn:orgNumber':" + value + "}").orgNumber())
                .contains("991825827");
    }

    @Test
    void theConsumerTellsTheOrganisationNumberWhenNoClaimDoes() {
        ObjectNode consumer =
                Json.object().put("authority", "iso6523-actorid-upis").put("ID", "0192:991825827");

        assertThat(token("{'consumer':" + consumer + "}").orgNumber()).contains("991825827");
        assertThat(token("{\"consumer\":" + quoted(consumer) + "}").orgNumber())
                .contains("991825827");
    }

    @ParameterizedTest
    @CsvSource({"iso6523-actorid-upis,0184:991825827", "other,0192:991825827"})
    void aConsumerOfAnotherRegistryIsNoOrganisation(String authority, String id) {
        ObjectNode consumer = Json.object().put("authority", authority).put("ID", id);

        assertThat(token("{'consumer':" + consumer + "}").orgNumber()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "'3'", "'03'"})
    void anAuthenticationLevelIsANumberOrAText(String value) {
        assertThat(token("{'urn:altinn:authlevel':" + value + "}").authenticationLevel())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "'x'", "null", "3.5"})
    void anAuthenticationLevelThatIsNoneIsZero(String value) {
        assertThat(token("{'urn:altinn:authlevel':" + value + "}").authenticationLevel()).isZero();
    }

    @Test
    void aMissingAuthenticationLevelIsZero() {
        assertThat(token("{}").authenticationLevel()).isZero();
    }

    @Test
    void scopesAreSplitOnAnyWhiteSpaceAndComparedExactly() {
        AltinnToken token = token("{'scope':' altinn:a.b\\taltinn:c\\n altinn:d '}");

        assertThat(token.scopes()).containsExactlyInAnyOrder("altinn:a.b", "altinn:c", "altinn:d");
        assertThat(token.hasScope("altinn:a.b")).isTrue();
        assertThat(token.hasScope("altinn:a")).isFalse();
        assertThat(token.hasScope("ALTINN:C")).isFalse();
        assertThat(token.hasScope("")).isFalse();
    }

    @Test
    void altinnsScopeClaimComesFirst() {
        assertThat(token("{'scope':'a','urn:altinn:scope':'b'}").scopes()).containsExactly("b");
        assertThat(token("{'scope':'a','urn:altinn:scope':''}").scopes()).containsExactly("a");
        assertThat(token("{'scope':null}").scopes()).isEmpty();
        assertThat(token("{}").scopes()).isEmpty();
    }

    @Test
    void aListOfScopesIsReadAsWell() {
        assertThat(token("{'scope':['a','b c']}").scopes())
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aSystemUserIsReadFromAnObjectAListOfOneOrAText() {
        UUID id = UUID.fromString(SYSTEM_USER);
        ObjectNode one = systemUserDetails();

        assertThat(token("{\"authorization_details\":" + one + "}").systemUser()).contains(id);
        assertThat(token("{\"authorization_details\":[" + one + "]}").systemUser()).contains(id);
        assertThat(systemUserInText(one.toString())).isEqualTo(id);
        assertThat(systemUserInText("[" + one + "]")).isEqualTo(id);
    }

    private static UUID systemUserInText(String text) {
        JsonNode claim = Json.parse(Json.string(text));
        return new AltinnToken("jwt", Map.of("authorization_details", claim))
                .systemUser()
                .orElseThrow();
    }

    @Test
    void otherAuthorizationDetailsAreNoSystemUser() {
        ObjectNode other = systemUserDetails().put("type", "urn:altinn:other");
        ObjectNode noUuid = Json.object().put("type", "urn:altinn:systemuser");
        noUuid.putArray("systemuser_id").add("1-1-1-1-1");
        String two = systemUserDetails() + "," + systemUserDetails();

        assertThat(token("{\"authorization_details\":" + other + "}").systemUser()).isEmpty();
        assertThat(token("{\"authorization_details\":" + noUuid + "}").systemUser()).isEmpty();
        assertThat(token("{\"authorization_details\":[" + two + "]}").systemUser()).isEmpty();
        assertThat(token("{'authorization_details':'x'}").systemUser()).isEmpty();
    }

    @Test
    void theIdentityIsTheFirstThatIsThere() {
        String number = "'urn:altinn:orgNumber':'991825827'";
        String system = "\"authorization_details\":" + systemUserDetails();
        String user = "'urn:altinn:userid':1";
        String org = "'urn:altinn:org':'ttd'";

        assertThat(token("{}").identity()).isEmpty();
        assertThat(token("{" + number + "}").identity()).contains("/organisation/991825827");
        assertThat(token("{" + number + "," + system + "}").identity())
                .contains("/systemuser/" + SYSTEM_USER);
        assertThat(token("{" + number + "," + system + "," + user + "}").identity())
                .contains("/user/1");
        assertThat(token("{" + number + "," + system + "," + user + "," + org + "}").identity())
                .contains("/org/ttd");
    }

    @Test
    void theSessionIsSidElseJti() {
        assertThat(token("{'sid':'s','jti':'j'}").sessionId()).contains("s");
        assertThat(token("{'jti':'j'}").sessionId()).contains("j");
        assertThat(token("{}").sessionId()).isEmpty();
    }

    @Test
    void aPartyUuidIsRead() {
        assertThat(token("{'urn:altinn:party:uuid':'" + SYSTEM_USER + "'}").partyUuid())
                .contains(UUID.fromString(SYSTEM_USER));
    }

    @Test
    void whoeverReadsTheClaimsCannotChangeThem() {
        AltinnToken token = token("{'consumer':{'ID':'1'}}");

        ((ObjectNode) token.claims().get("consumer")).put("ID", "2");

        assertThat(token.claims().get("consumer").path("ID").asText()).isEqualTo("1");
    }

    @Test
    void itsTextTellsNothing() {
        assertThat(token("{'urn:altinn:org':'ttd'}").toString()).doesNotContain("jwt", "ttd");
    }
}
