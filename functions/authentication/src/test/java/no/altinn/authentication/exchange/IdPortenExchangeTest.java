package no.altinn.authentication.exchange;

import static no.altinn.platform.auth.OutsideTokens.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.OutsideTokens;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.platform.profile.UserProfile;
import no.altinn.platform.profile.UserProfiles;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class IdPortenExchangeTest {
    private static final String PID = "01909012345";
    private static final String SCOPE = "openid altinn:events.subscribe";
    private static final UUID PARTY = UUID.fromString("00000000-0000-4000-8000-000050000001");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final FixedKeys KEYS = FixedKeys.ring();
    private static final MutableClock CLOCK = MutableClock.at("2026-01-02T03:04:05Z");
    private static final OutsideTokens OUTSIDE = new OutsideTokens("https://idporten.no", CLOCK);

    private final IdPortenExchange exchange = exchange("person-a");

    private static IdPortenExchange exchange(String userName) {
        UserProfile user =
                new UserProfile(
                        20000001,
                        userName,
                        50000001,
                        PARTY,
                        Optional.of(PID),
                        Optional.empty(),
                        UserProfile.Contact.UNKNOWN);
        return exchange(pid -> Optional.of(user).filter(known -> pid.equals(PID)));
    }

    private static IdPortenExchange exchange(UserProfiles users) {
        return new IdPortenExchange(
                OUTSIDE.issuer(),
                new PartnerScopes(Set.of("digdir:dialogporten")),
                users,
                new AltinnTokens(URI.create("https://platform.no/openid/"), KEYS, () -> ID, CLOCK));
    }

    private static String signed(ObjectNode claims) {
        return OUTSIDE.signed(claims, signed -> signed.put("nonce", "x"));
    }

    private JsonNode exchanged(ObjectNode claims) throws InvalidToken {
        return KEYS.claims(exchange.exchange(exchange.verify(signed(claims)), false), CLOCK);
    }

    private void refused(ObjectNode claims) {
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> exchanged(claims));
    }

    @Test
    void aPersonsTokenHasTheseClaimsAndNoOthers() throws InvalidToken {
        long now = CLOCK.instant().getEpochSecond();
        ObjectNode expected =
                Json.object()
                        .put("iss", "https://platform.no/openid/")
                        .put("actual_iss", "https://idporten.no")
                        .put("iat", now)
                        .put("nbf", now)
                        .put("exp", now + 120)
                        .put("jti", ID.toString())
                        .put("scope", SCOPE)
                        .put("client_id", "a2ed712d")
                        .put("acr", "idporten-loa-substantial")
                        .put("pid", PID)
                        .put("sid", "session")
                        .put("nameid", "20000001")
                        .put("urn:altinn:userid", "20000001")
                        .put("urn:altinn:username", "person-a")
                        .put("urn:altinn:partyid", 50000001)
                        .put("urn:altinn:party:uuid", PARTY.toString())
                        .put("urn:altinn:authenticatemethod", "BankID")
                        .put("urn:altinn:authlevel", 3);
        expected.putArray("amr").add("BankID");

        assertThat(Json.parse(exchanged(person(PID, SCOPE)).toString()))
                .isEqualTo(Json.parse(expected.toString()));
    }

    @Test
    void aUserWithoutNameHasNoClaimOfIt() throws InvalidToken {
        String jwt = exchange("").exchange(exchange("").verify(signed(person(PID, SCOPE))), false);

        assertThat(KEYS.claims(jwt, CLOCK).has("urn:altinn:username")).isFalse();
    }

    @Test
    void theOrganisationOfTheClientIsKept() throws InvalidToken {
        ObjectNode claims =
                person(PID, SCOPE)
                        .set(
                                "consumer",
                                OutsideTokens.organisation("991825827", "").path("consumer"));

        assertThat(exchanged(claims).path("consumer").path("ID").asText())
                .isEqualTo("0192:991825827");
        assertThat(exchanged(claims).has("urn:altinn:orgNumber")).isFalse();
    }

    @Test
    void whatMakesAHolderMoreInAltinnIsNotTakenFromOutside() throws InvalidToken {
        ObjectNode claims =
                person(PID, SCOPE)
                        .put("urn:altinn:org", "skd")
                        .put("urn:altinn:userid", 1)
                        .put("urn:altinn:authlevel", 4)
                        .put("urn:altinn:scope", "altinn:events.publish")
                        .put("authorization_details", "x");

        assertThat(exchanged(claims)).isEqualTo(exchanged(person(PID, SCOPE)));
    }

    @Test
    void theTokenEndsExactlyWithIdPortens() throws InvalidToken {
        BigDecimal end =
                BigDecimal.valueOf(CLOCK.instant().getEpochSecond() + 7)
                        .add(new BigDecimal("0.25"));
        String jwt = OUTSIDE.signed(person(PID, SCOPE), claims -> claims.put("exp", end));

        assertThat(
                        KEYS.claims(exchange.exchange(exchange.verify(jwt), false), CLOCK)
                                .path("exp")
                                .decimalValue())
                .isEqualByComparingTo(end);
    }

    private String ending(String secondsFromNow) throws InvalidToken {
        BigDecimal end =
                BigDecimal.valueOf(CLOCK.instant().getEpochSecond())
                        .add(new BigDecimal(secondsFromNow));
        return exchange.exchange(
                exchange.verify(
                        OUTSIDE.signed(person(PID, SCOPE), claims -> claims.put("exp", end))),
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.5", "86400", "86399.5"})
    void aTokenThatEndsWithinADayIsExchanged(String secondsFromNow) throws InvalidToken {
        assertThat(KEYS.claims(ending(secondsFromNow), CLOCK).has("exp")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "86400.5", "31536000", "200000000000"})
    void aTokenThatOutlivesTheKeysIsRefused(String secondsFromNow) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> ending(secondsFromNow))
                .withMessageContaining("longer than a day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "-9"})
    void aTokenThatHasEndedButForTheLeewayIsRefused(String secondsFromNow) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> ending(secondsFromNow))
                .withMessageContaining("has ended");
    }

    @ParameterizedTest
    @CsvSource({
        "idporten-loa-low, 0",
        "idporten-loa-substantial, 3",
        "Level3, 3",
        "idporten-loa-high, 4",
        "Level4, 4"
    })
    void bothFamiliesOfAcrTellTheLevel(String acr, int level) throws InvalidToken {
        assertThat(exchanged(person(PID, SCOPE).put("acr", acr)).path("urn:altinn:authlevel"))
                .isEqualTo(Json.parse(String.valueOf(level)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "4",
                "level4",
                "Level5",
                "Level 4",
                "idporten-loa",
                "idporten-loa-highest",
                "evil4"
            })
    void anUnknownAcrIsRefused(String acr) {
        refused(person(PID, SCOPE).put("acr", acr));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1909012345",
                "019090123456",
                "0190901234x",
                "+1909012345",
                " 01909012345"
            })
    void aPidThatIsNotElevenDigitsIsRefused(String pid) {
        refused(person(PID, SCOPE).put("pid", pid));
    }

    @Test
    void pidAndAcrMustBeThereAsTexts() {
        refused(person(PID, SCOPE).without("pid"));
        refused(person(PID, SCOPE).without("acr"));
        refused(person(PID, SCOPE).putNull("pid"));
        refused(person(PID, SCOPE).put("pid", 11909012345L));
        refused(person(PID, SCOPE).put("acr", 4));
        refused(person(PID, SCOPE).put("scope", 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id | 7",
                "sid | [\"session\"]",
                "amr | 7",
                "amr | {}",
                "amr | [7]",
                "amr | [\"BankID\", null]",
                "consumer | \"0192:991825827\"",
                "consumer | {}"
            })
    void aKeptClaimOfAnotherFormIsRefused(String name, String value) {
        refused(person(PID, SCOPE).set(name, Json.parse(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"BankID\"", "[]", "[\"BankID\",\"x\"]"})
    void amrIsATextOrAListOfTexts(String amr) throws InvalidToken {
        assertThat(exchanged(person(PID, SCOPE).set("amr", Json.parse(amr))).path("amr"))
                .isEqualTo(Json.parse(amr));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid profile",
                "xaltinn:events",
                "Altinn:events",
                "altinn",
                "digdir",
                "digdir:dialog",
                "digdir:dialogporten.noconsent",
                "Digdir:dialogporten"
            })
    void aTokenThatIsNotForAltinnIsForbidden(String scope) {
        assertThatExceptionOfType(MissingScope.class)
                .isThrownBy(() -> exchanged(person(PID, scope)));
    }

    @Test
    void aPartnersScopeCountsAsOneOfAltinns() throws InvalidToken {
        JsonNode claims = exchanged(person(PID, "openid digdir:dialogporten"));

        assertThat(claims.path("scope").asText()).isEqualTo("openid digdir:dialogporten");
        assertThat(claims.path("urn:altinn:userid").asText()).isEqualTo("20000001");
    }

    @Test
    void anIdTokenIsForbiddenBecauseItHasNoScope() {
        assertThatExceptionOfType(MissingScope.class)
                .isThrownBy(
                        () -> exchanged(person(PID, SCOPE).put("aud", "client").without("scope")));
    }

    @Test
    void whoIsNoUserIsRefused() {
        refused(person("02909012346", SCOPE));
    }

    @Test
    void aProfileThatIsAwayIsNoReasonToRefuse() {
        IdPortenExchange withoutProfile =
                exchange(
                        pid -> {
                            throw new Unavailable("away");
                        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () ->
                                withoutProfile.exchange(
                                        withoutProfile.verify(signed(person(PID, SCOPE))), false));
    }

    @Test
    void nobodyIsLookedUpForATokenThatIsNotGoodEnough() {
        IdPortenExchange withoutProfile =
                exchange(
                        pid -> {
                            throw new AssertionError("Looked up");
                        });

        assertThatExceptionOfType(MissingScope.class)
                .isThrownBy(
                        () ->
                                withoutProfile.exchange(
                                        withoutProfile.verify(signed(person(PID, "openid"))),
                                        false));
    }

    @Test
    void aTokenOfMaskinportenIsRefused() {
        OutsideTokens other = new OutsideTokens("https://maskinporten.no/", CLOCK);
        String jwt = other.signed(person(PID, SCOPE), claims -> {});

        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> exchange.exchange(exchange.verify(jwt), false));
    }
}
