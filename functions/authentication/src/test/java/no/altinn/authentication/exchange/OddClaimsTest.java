package no.altinn.authentication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.OutsideTokens;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.RingSigningKeys;
import no.altinn.platform.json.Json;
import no.altinn.platform.profile.UserProfile;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tokens whose signature is right and whose claims are anything. */
class OddClaimsTest {
    private static final String ISSUER = "https://platform.no/openid/";
    private static final String SYSTEM_USER_WITHOUT_UUID =
            "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":7}";
    private static final FixedKeys KEYS = FixedKeys.ring();
    private static final MutableClock CLOCK = MutableClock.at("2026-01-02T03:04:05Z");
    private static final OutsideTokens OUTSIDE = new OutsideTokens("https://outside.no/", CLOCK);
    private static final AltinnTokens ALTINN =
            new AltinnTokens(URI.create(ISSUER), KEYS, UUID::randomUUID, CLOCK);
    private static final TokenExchange MASKINPORTEN =
            new MaskinportenExchange(OUTSIDE.issuer(), number -> List.of("skd"), ALTINN);
    private static final TokenExchange ID_PORTEN =
            new IdPortenExchange(
                    OUTSIDE.issuer(),
                    PartnerScopes.NONE,
                    pid ->
                            Optional.of(
                                    new UserProfile(
                                            7,
                                            "",
                                            8,
                                            new UUID(0, 9),
                                            Optional.empty(),
                                            Optional.empty(),
                                            UserProfile.Contact.UNKNOWN)),
                    ALTINN);

    private final AltinnTokenValidator validator =
            new AltinnTokenValidator(
                    new RingSigningKeys(KEYS), new TokenIssuers(Set.of(ISSUER), false), CLOCK);

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "consumer",
                "scope",
                "client_id",
                "supplier",
                "authorization_details",
                "pid",
                "acr",
                "amr",
                "sid",
                "iss",
                "iat",
                "nbf",
                "exp",
                "urn:altinn:org");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1e400",
                "12345678901234567890123",
                "\"\"",
                "\"\\u0000\"",
                "\"altinn:serviceowner\"",
                "[]",
                "[null]",
                "{}",
                "{\"ID\":{},\"authority\":[]}",
                SYSTEM_USER_WITHOUT_UUID);
    }

    @Example
    void aTokenThatIsLeftAsItWasIsAcceptedAsItsHolders() {
        assertThat(exchanged(MASKINPORTEN, organisation(), "other", "0"))
                .map(AltinnToken::identity)
                .contains(Optional.of("/organisation/974761076"));
        assertThat(exchanged(ID_PORTEN, person(), "other", "0"))
                .map(AltinnToken::identity)
                .contains(Optional.of("/user/7"));
    }

    @Property(tries = 200)
    void anOrganisationsTokenIsRefusedOrBecomesItsOwn(
            @ForAll("names") String name, @ForAll("values") String value) {
        exchanged(MASKINPORTEN, organisation(), name, value)
                .ifPresent(
                        token -> {
                            assertThat(token.orgNumber()).contains("974761076");
                            assertThat(token.identity().orElseThrow())
                                    .isIn("/organisation/974761076", "/org/skd");
                        });
    }

    @Property(tries = 200)
    void aPersonsTokenIsRefusedOrBecomesTheirOwn(
            @ForAll("names") String name, @ForAll("values") String value) {
        exchanged(ID_PORTEN, person(), name, value)
                .ifPresent(token -> assertThat(token.identity()).contains("/user/7"));
    }

    @Example
    void aSystemUsersTokenThatCannotBeReadIsNoOrganisations() {
        assertThat(
                        exchanged(
                                MASKINPORTEN,
                                organisation(),
                                "authorization_details",
                                SYSTEM_USER_WITHOUT_UUID))
                .isEmpty();
    }

    private static ObjectNode organisation() {
        return OutsideTokens.organisation("974761076", "altinn:events.publish");
    }

    private static ObjectNode person() {
        return OutsideTokens.person("01909012345", "altinn:events.subscribe");
    }

    private Optional<AltinnToken> exchanged(
            TokenExchange exchange, ObjectNode claims, String name, String value) {
        String jwt = OUTSIDE.signed(claims, changed -> changed.set(name, Json.parse(value)));
        String issued;
        try {
            issued = exchange.exchange(exchange.verify(jwt), false);
        } catch (InvalidToken | MissingScope e) {
            return Optional.empty();
        }
        try {
            return Optional.of(validator.validate(issued));
        } catch (InvalidToken e) {
            throw new AssertionError("What was issued is not accepted", e);
        }
    }
}
