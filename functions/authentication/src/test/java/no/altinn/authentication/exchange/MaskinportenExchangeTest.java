package no.altinn.authentication.exchange;

import static no.altinn.platform.auth.OutsideTokens.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.OutsideTokens;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.platform.orgs.ServiceOwners;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class MaskinportenExchangeTest {
    private static final String NUMBER = "991825827";
    private static final String SCOPE = "altinn:events.publish";
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final FixedKeys KEYS = FixedKeys.ring();
    private static final MutableClock CLOCK = MutableClock.at("2026-01-02T03:04:05Z");
    private static final OutsideTokens OUTSIDE =
            new OutsideTokens("https://maskinporten.no/", CLOCK);
    private static final Map<String, String> OWNERS = Map.of(NUMBER, "digdir", "974761076", "skd");

    private final MaskinportenExchange exchange =
            exchange(number -> Optional.ofNullable(OWNERS.get(number)).stream().toList());

    private static MaskinportenExchange exchange(ServiceOwners owners) {
        return new MaskinportenExchange(
                OUTSIDE.issuer(),
                owners,
                new AltinnTokens(URI.create("https://platform.no/openid/"), KEYS, () -> ID, CLOCK));
    }

    private JsonNode exchanged(ObjectNode claims) throws InvalidToken {
        return exchanged(claims, false);
    }

    private JsonNode exchanged(ObjectNode claims, boolean test) throws InvalidToken {
        String jwt = OUTSIDE.signed(claims, signed -> signed.put("sub", "x"));
        return KEYS.claims(exchange.exchange(exchange.verify(jwt), test), CLOCK);
    }

    private void refused(ObjectNode claims) {
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> exchanged(claims));
    }

    @Test
    void anOrganisationsTokenHasTheseClaimsAndNoOthers() throws InvalidToken {
        long now = CLOCK.instant().getEpochSecond();
        ObjectNode expected =
                Json.object()
                        .put("iss", "https://platform.no/openid/")
                        .put("actual_iss", "https://maskinporten.no/")
                        .put("iat", now)
                        .put("nbf", now)
                        .put("exp", now + 1800)
                        .put("jti", ID.toString())
                        .put("scope", SCOPE)
                        .put("client_id", "a2ed712d-4144-4471-839f-80ae4a68146b")
                        .put("client_amr", "private_key_jwt")
                        .put("urn:altinn:orgNumber", NUMBER)
                        .put("urn:altinn:authenticatemethod", "maskinporten")
                        .put("urn:altinn:authlevel", 3);
        expected.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:991825827");

        assertThat(Json.parse(exchanged(organisation(NUMBER, SCOPE)).toString()))
                .isEqualTo(Json.parse(expected.toString()));
    }

    @Test
    void whatMakesAHolderMoreInAltinnIsNotTakenFromOutside() throws InvalidToken {
        ObjectNode claims =
                organisation(NUMBER, SCOPE)
                        .put("urn:altinn:org", "skd")
                        .put("urn:altinn:userid", 1)
                        .put("urn:altinn:scope", "altinn:events.publish.admin")
                        .put("urn:altinn:authlevel", 4)
                        .put("urn:altinn:orgNumber", "974761076")
                        .put("urn:altinn:app", "events")
                        .put("pid", "01909012345");

        assertThat(exchanged(claims)).isEqualTo(exchanged(organisation(NUMBER, SCOPE)));
    }

    @Test
    void whoDelegatedToWhomIsKept() throws InvalidToken {
        ObjectNode claims =
                organisation("310000001", SCOPE)
                        .put("delegation_source", "https://altinn.no/")
                        .put("consumer_org", "310000001");
        claims.set("supplier", organisation(NUMBER, "").path("consumer"));

        JsonNode exchanged = exchanged(claims);

        assertThat(exchanged.path("supplier").path("ID").asText()).isEqualTo("0192:991825827");
        assertThat(exchanged.path("delegation_source").asText()).isEqualTo("https://altinn.no/");
        assertThat(exchanged.path("consumer_org").asText()).isEqualTo("310000001");
        assertThat(exchanged.path("urn:altinn:orgNumber").asText()).isEqualTo("310000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "\"0192:991825827\"",
                "[{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}]",
                "{\"authority\":\"iso6523-actorid-upis\"}",
                "{\"authority\":\"other\",\"ID\":\"0192:991825827\"}",
                "{\"ID\":\"0192:991825827\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"991825827\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"9908:991825827\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:99182582\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:9918258270\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:99182582x\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827:1\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":[\"0192:991825827\"]}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\"}"
            })
    void aConsumerThatIsNoNorwegianOrganisationIsRefused(String consumer) {
        refused(organisation(NUMBER, SCOPE).set("consumer", Json.parse(consumer)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id | 7",
                "client_id | {}",
                "client_amr | [\"private_key_jwt\"]",
                "delegation_source | true",
                "consumer_org | 310000001",
                "supplier | \"0192:991825827\"",
                "supplier | {\"authority\":\"other\",\"ID\":\"0192:991825827\"}",
                "supplier | [{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}]"
            })
    void aKeptClaimOfAnotherFormIsRefused(String name, String value) {
        refused(organisation(NUMBER, SCOPE).set(name, Json.parse(value)));
    }

    @Test
    void aKeptClaimThatIsNullIsLeftOut() throws InvalidToken {
        assertThat(exchanged(organisation(NUMBER, SCOPE).putNull("supplier")))
                .isEqualTo(exchanged(organisation(NUMBER, SCOPE)));
    }

    @Test
    void aTokenWithoutConsumerIsRefused() {
        refused(organisation(NUMBER, SCOPE).without("consumer"));
    }

    @ParameterizedTest
    @CsvSource({
        "991825827, altinn:serviceowner, digdir",
        "991825827, altinn:serviceowner/instances.read, digdir",
        "991825827, altinn:events.publish altinn:serviceowner/instances.read, digdir",
        "974761076, altinn:serviceowner, skd"
    })
    void aServiceOwnerIsNamedByItsCode(String number, String scope, String code)
            throws InvalidToken {
        assertThat(exchanged(organisation(number, scope)).path("urn:altinn:org").asText())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "310000001, altinn:serviceowner",
        "991825827, altinn:serviceownerx",
        "991825827, altinn:serviceowner.read",
        "991825827, Altinn:serviceowner",
        "991825827, xaltinn:serviceowner",
        "991825827, altinn:events.publish",
        "991825827, ''"
    })
    void whoIsNoServiceOwnerOrHasNotItsScopeHasNoCode(String number, String scope)
            throws InvalidToken {
        assertThat(exchanged(organisation(number, scope)).has("urn:altinn:org")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"991825827, ttd", "974761076, skd"})
    void inTestDigdirActsAsTheTestServiceOwner(String number, String code) throws InvalidToken {
        assertThat(
                        exchanged(organisation(number, "altinn:serviceowner"), true)
                                .path("urn:altinn:org")
                                .asText())
                .isEqualTo(code);
    }

    @Test
    void inTestNobodyBecomesAServiceOwnerWithoutItsScope() throws InvalidToken {
        assertThat(exchanged(organisation(NUMBER, SCOPE), true).has("urn:altinn:org")).isFalse();
    }

    @Test
    void theListOfServiceOwnersIsNeededForTheirScopesOnly() throws InvalidToken {
        MaskinportenExchange withoutList =
                exchange(
                        number -> {
                            throw new Unavailable("away");
                        });
        String owner = OUTSIDE.signed(organisation(NUMBER, "altinn:serviceowner"), claims -> {});
        String other = OUTSIDE.signed(organisation(NUMBER, SCOPE), claims -> {});

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> withoutList.exchange(withoutList.verify(owner), false));
        assertThat(
                        KEYS.claims(withoutList.exchange(withoutList.verify(other), false), CLOCK)
                                .has("scope"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void aSystemUserIsOneObject(String form) throws InvalidToken {
        String details = systemUser("[\"a1b2c3d4-0000-4000-8000-000000000001\"]");
        ObjectNode claims =
                organisation(NUMBER, SCOPE)
                        .set("authorization_details", Json.parse(form.formatted(details)));

        assertThat(exchanged(claims).path("authorization_details")).isEqualTo(Json.parse(details));
    }

    private static String systemUser(String id) {
        return "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":" + id + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "\"a1b2c3d4-0000-4000-8000-000000000001\"",
                "[\"a\"]",
                "[\"1-2-3-4-5\"]",
                "[7]",
                "[[\"a1b2c3d4-0000-4000-8000-000000000001\"]]",
                "[\"a1b2c3d4-0000-4000-8000-000000000001\",\"a1b2c3d4-0000-4000-8000-000000000002\"]"
            })
    void aSystemUserThatCannotBeToldDoesNotBecomeItsVendor(String id) {
        refused(
                organisation(NUMBER, SCOPE)
                        .set("authorization_details", Json.parse(systemUser(id))));
        refused(
                organisation(NUMBER, SCOPE)
                        .set("authorization_details", Json.parse("[" + systemUser(id) + "]")));
    }

    @Test
    void aSystemUsersTokenWithoutItsIdIsRefused() {
        refused(
                organisation(NUMBER, SCOPE)
                        .set(
                                "authorization_details",
                                Json.parse("{\"type\":\"urn:altinn:systemuser\"}")));
    }

    @Test
    void detailsOfAnotherTypeAreKept() throws InvalidToken {
        JsonNode details = Json.parse("{\"type\":\"other\",\"systemuser_id\":7}");
        ObjectNode claims = organisation(NUMBER, SCOPE).set("authorization_details", details);

        assertThat(exchanged(claims).path("authorization_details")).isEqualTo(details);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[{},{}]", "\"text\"", "7", "[[]]"})
    void detailsThatAreNotOneOfATypeAreRefused(String details) {
        refused(organisation(NUMBER, SCOPE).set("authorization_details", Json.parse(details)));
    }

    @Test
    void scopesOfAnotherTypeAreRefused() {
        ObjectNode claims = organisation(NUMBER, SCOPE);
        claims.putArray("scope").add("altinn:serviceowner");

        refused(claims);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        OutsideTokens other = new OutsideTokens("https://idporten.no/", CLOCK);
        String jwt = other.signed(organisation(NUMBER, SCOPE), claims -> {});

        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> exchange.exchange(exchange.verify(jwt), false));
    }
}
