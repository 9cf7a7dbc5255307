package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.forgery.SizeForgeries;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What everything that accepts tokens refuses, and that it does nothing but refuse it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AcceptorContract {
    public static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    public static final TestKeys KEYS = TestKeys.of("7DC0B5C3D9E3DCDC5CC0AA5A3D2C4E2F9D8C7B6A");

    private static final List<String> JSON =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1.5",
                    "1e30",
                    "1e400",
                    "1800000060",
                    "1799999000",
                    "\"\"",
                    "\"a b\"",
                    "\"\\u0000\"",
                    "\"1800000060\"",
                    "\"platform\"",
                    "[]",
                    "[1]",
                    "[[[]]]",
                    "{}",
                    "{\"ID\":[]}",
                    "[null,{\"type\":1}]");

    private static final List<String> NAMES =
            List.of(
                    "iss",
                    "exp",
                    "nbf",
                    "iat",
                    "scope",
                    "urn:altinn:org",
                    "urn:altinn:app",
                    "consumer",
                    "x");

    public final MutableClock clock = MutableClock.at(NOW);
    private LoopbackServer server;

    /** A token that it accepts at {@link #NOW}, signed with {@link #KEYS}. */
    abstract Genuine genuine();

    /** Accepts a token, or throws why not. */
    abstract void accept(String jwt) throws InvalidToken;

    /** What it refuses besides what everyone does. */
    abstract Stream<Forgery> ownForgeries();

    /** An address from which nothing may be fetched. */
    final URI trap() {
        return server.uri("/trap");
    }

    final Genuine genuine(ObjectNode claims) {
        return new Genuine(KEYS, new TestTokens(clock, KEYS).header(), claims, NOW);
    }

    Stream<Forgery> forgeries() {
        return Stream.concat(Forgeries.all(genuine(), trap()).stream(), ownForgeries());
    }

    /** Not in the constructor: properties, which need no server, make instances of their own. */
    @BeforeAll
    void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theGenuineTokenIsAccepted() {
        assertThatCode(() -> accept(genuine().token())).doesNotThrowAnyException();
    }

    @Test
    void theLongestTokenIsAccepted() {
        String longest = SizeForgeries.ofLength(genuine(), SizeForgeries.LONGEST);

        assertThat(longest).hasSize(16_384);
        assertThatCode(() -> accept(longest)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgeryIsRefusedAndNothingIsFetched(Forgery forgery) {
        assertRefused(forgery.token());
        assertThat(server.requests()).isZero();
    }

    @Property(tries = 200)
    void anyTextIsRefused(@ForAll String text) {
        assertRefused(text);
    }

    @Property(tries = 200)
    void anyThreePartsAreRefused(
            @ForAll @Size(min = 1, max = 60) byte[] first,
            @ForAll @Size(min = 1, max = 60) byte[] second,
            @ForAll @Size(min = 1, max = 300) byte[] third) {
        assertRefused(part(first) + "." + part(second) + "." + part(third));
    }

    @Property(tries = 1000)
    void oneChangedBitIsEnough(
            @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(max = 15) int bit) {
        String token = genuine().token();
        int index = at % token.length();
        char changed = (char) (token.charAt(index) ^ (1 << bit));

        assertRefused(token.substring(0, index) + changed + token.substring(index + 1));
    }

    @Property(tries = 500)
    void oneCharacterMoreOrLessIsEnough(
            @ForAll @IntRange(max = 100_000) int at, @ForAll("characters") char more) {
        String token = genuine().token();
        int index = at % token.length();

        assertRefused(token.substring(0, index) + token.substring(index + 1));
        assertRefused(token.substring(0, index) + more + token.substring(index));
    }

    /** With a signature that is right, so that every check behind it is reached. */
    @Property(tries = 300)
    void aSignedTokenOfAnyClaimsIsAcceptedOrRefused(
            @ForAll("claimNames") String name, @ForAll("jsonValues") JsonNode value) {
        String token = genuine().claims(claims -> claims.set(name, value));

        assertAcceptedOrRefused(token);
    }

    /** With a signature that is right, so that every check behind it is reached. */
    @Property(tries = 300)
    void aSignedTokenOfAnyHeaderIsAcceptedOrRefused(
            @ForAll("headerNames") String name, @ForAll("jsonValues") JsonNode value) {
        assertAcceptedOrRefused(genuine().header(header -> header.set(name, value)));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of("AZaz09-_.=+/ \n\u00e5".chars().mapToObj(c -> (char) c).toList());
    }

    @Provide
    Arbitrary<String> claimNames() {
        return Arbitraries.oneOf(Arbitraries.of(NAMES), Arbitraries.strings().ofMaxLength(5));
    }

    @Provide
    Arbitrary<String> headerNames() {
        return Arbitraries.of("alg", "kid", "typ", "x5c", "jwk", "jku", "x5t", "x");
    }

    @Provide
    Arbitrary<JsonNode> jsonValues() {
        return Arbitraries.of(JSON).map(Json::parse);
    }

    private void assertRefused(String jwt) {
        assertThatThrownBy(() -> accept(jwt)).isExactlyInstanceOf(InvalidToken.class);
    }

    private void assertAcceptedOrRefused(String jwt) {
        try {
            accept(jwt);
        } catch (InvalidToken e) {
            assertThat(e).hasMessageNotContaining(jwt);
        }
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
