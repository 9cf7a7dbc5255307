package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every claim of a bearer token in every JSON type: tokens §1. */
final class ClaimTypesTest {
    private static final String UUID_TEXT = "5d9c1f0e-6d36-4a6e-9d3c-2f5f0a1b2c3d";
    private static final String SYSTEM_USER =
            "{\"type\":\"urn:altinn:systemuser\",\"systemuser_id\":[\"" + UUID_TEXT + "\"]}";
    private static final String CONSUMER =
            "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}";

    private static final List<String> CLAIMS =
            List.of(
                    "urn:altinn:org",
                    "urn:altinn:orgNumber",
                    "urn:altinn:userid",
                    "urn:altinn:partyid",
                    "urn:altinn:party:uuid",
                    "urn:altinn:username",
                    "urn:altinn:authenticatemethod",
                    "urn:altinn:authlevel",
                    "consumer",
                    "scope",
                    "urn:altinn:scope",
                    "authorization_details",
                    "sid",
                    "jti");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-1",
                    "7",
                    "7.0",
                    "1.5",
                    "1e400",
                    "991825827",
                    "2147483648",
                    "9223372036854775808",
                    "\"\"",
                    "\" \"",
                    "\"7\"",
                    "\" 7\"",
                    "\"+7\"",
                    "\"0x7\"",
                    "\"٧\"",
                    "\"991825827\"",
                    "\"ttd\"",
                    "\"ttd/skd\"",
                    "\"../user/7\"",
                    "\"ttd\\n\"",
                    "\"ttd\\u0000\"",
                    "\"tt d\"",
                    "\"[]\"",
                    "\"{}\"",
                    "\"null\"",
                    "\"{\"",
                    "[]",
                    "[7]",
                    "[\"ttd\"]",
                    "[[\"ttd\"]]",
                    "{}",
                    "{\"ttd\":1}",
                    "[" + SYSTEM_USER + "," + SYSTEM_USER + "]",
                    "[[" + SYSTEM_USER + "]]",
                    "[" + CONSUMER + "]",
                    SYSTEM_USER,
                    "[" + SYSTEM_USER + "]",
                    Json.string(SYSTEM_USER),
                    CONSUMER,
                    Json.string(CONSUMER));

    /** Whom a claim of one value names; every other claim and value names nobody. */
    private static final Map<String, String> IDENTITIES =
            Map.ofEntries(
                    Map.entry("urn:altinn:org \"7\"", "/org/7"),
                    Map.entry("urn:altinn:org \"0x7\"", "/org/0x7"),
                    Map.entry("urn:altinn:org \"991825827\"", "/org/991825827"),
                    Map.entry("urn:altinn:org \"ttd\"", "/org/ttd"),
                    Map.entry("urn:altinn:org \"null\"", "/org/null"),
                    Map.entry("urn:altinn:orgNumber 991825827", "/organisation/991825827"),
                    Map.entry("urn:altinn:orgNumber \"991825827\"", "/organisation/991825827"),
                    Map.entry("urn:altinn:userid 7", "/user/7"),
                    Map.entry("urn:altinn:userid \"7\"", "/user/7"),
                    Map.entry("urn:altinn:userid 991825827", "/user/991825827"),
                    Map.entry("urn:altinn:userid \"991825827\"", "/user/991825827"),
                    Map.entry("consumer " + CONSUMER, "/organisation/991825827"),
                    Map.entry("consumer " + Json.string(CONSUMER), "/organisation/991825827"),
                    Map.entry("authorization_details " + SYSTEM_USER, "/systemuser/" + UUID_TEXT),
                    Map.entry(
                            "authorization_details [" + SYSTEM_USER + "]",
                            "/systemuser/" + UUID_TEXT),
                    Map.entry(
                            "authorization_details " + Json.string(SYSTEM_USER),
                            "/systemuser/" + UUID_TEXT));

    /** A claim with a value, in JSON. */
    record Claim(String name, String value) {
        AltinnToken token() {
            Map<String, JsonNode> claims = Map.of(name, Json.parse(value));
            return new AltinnToken("jwt", claims);
        }

        boolean isOneOf(String... names) {
            return Set.of(names).contains(name);
        }

        @Override
        public String toString() {
            return name + " " + value;
        }
    }

    static Stream<Claim> claims() {
        return CLAIMS.stream()
                .flatMap(name -> VALUES.stream().map(value -> new Claim(name, value)));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aClaimSaysWhatItIsMeantToSayOrNothing(Claim claim) {
        AltinnToken token = claim.token();

        if (IDENTITIES.containsKey(claim.toString())) {
            assertThat(token.identity()).contains(IDENTITIES.get(claim.toString()));
        } else {
            assertThat(token.identity()).isEmpty();
        }
        assertThat(token.partyId().isEmpty()).isEqualTo(!isNumber(claim, "urn:altinn:partyid"));
        assertThat(token.authenticationLevel() == 0)
                .isEqualTo(!isNumber(claim, "urn:altinn:authlevel"));
        if (!claim.isOneOf("scope", "urn:altinn:scope")) {
            assertThat(token.scopes()).isEmpty();
        }
        if (!claim.isOneOf("sid", "jti")) {
            assertThat(token.sessionId()).isEmpty();
        }
        assertThat(token.partyUuid()).isEmpty();
    }

    private static boolean isNumber(Claim claim, String name) {
        return claim.isOneOf(name)
                && Set.of("7", "\"7\"", "991825827", "\"991825827\"").contains(claim.value());
    }

    @ParameterizedTest
    @CsvSource({
        "null",
        "true",
        "7",
        "1.5",
        "{}",
        "[]",
        "[7]",
        "[null]",
        "{\"ttd\":1}",
        "'[[\"a\"]]'"
    })
    void aScopeThatIsNoTextIsNone(String value) {
        assertThat(new Claim("scope", value).token().scopes()).isEmpty();
        assertThat(new Claim("urn:altinn:scope", value).token().scopes()).isEmpty();
    }

    /** RFC 6749 §3.3, tokens §1: split on white space and compared exactly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "altinn:events.subscribe.extra",
                "altinn:events.subscrib",
                "altinn:events",
                "altinn:",
                "altinn:*",
                "*",
                "xaltinn:events.subscribe",
                "ALTINN:EVENTS.SUBSCRIBE",
                "altinn:events.Subscribe",
                "altinn:events.subscribe,altinn:events.publish",
                "altinn:events.publish,altinn:events.subscribe",
                "altinn:events.subscribe;",
                "\"altinn:events.subscribe\"",
                "[altinn:events.subscribe]",
                "altinn:events.subscribe\u00a0altinn:x",
                "\u00a0altinn:events.subscribe",
                "\u2003altinn:events.subscribe",
                "altinn:events.subscribe\u2003",
                "altinn:events.subscribe\u200b",
                "altinn:events.subscribe\u0000",
                "altinn:events.subscribe\u0085x",
                "altinn%3Aevents.subscribe",
                "altinn:events.subscr\u0131be",
                "altinn:events.\u017fubscribe",
                "\u0430ltinn:events.subscribe",
                "altinn:events .subscribe",
                "altinn:events\nsubscribe"
            })
    void aScopeThatOnlyLooksLikeOneIsAnother(String scope) {
        AltinnToken token = new Claim("scope", Json.string(scope)).token();

        assertThat(token.hasScope("altinn:events.subscribe")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "  ", "\t", "\n", "\r\n", "\f", "\u000b"})
    void scopesAreSeparatedByWhiteSpace(String space) {
        String scopes = space + "a" + space + "altinn:events.subscribe" + space;

        assertThat(new Claim("scope", Json.string(scopes)).token().scopes())
                .containsExactlyInAnyOrder("a", "altinn:events.subscribe");
    }
}
