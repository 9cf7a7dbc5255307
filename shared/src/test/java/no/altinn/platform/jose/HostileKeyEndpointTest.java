package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mockwebserver3.MockResponse;

import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import okio.Buffer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A key endpoint that is away, slow, huge or bad: tokens §1, RFC 8725 §2.9. */
final class HostileKeyEndpointTest {
    private static final TestKeys FIRST = TestKeys.of("FIRST");
    private static final TestKeys SECOND = TestKeys.of("SECOND");
    private static final int MAX_BYTES = 1 << 20;

    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer trap = new LoopbackServer();
    private final JwksSigningKeys source = source(Duration.ofSeconds(30));
    private final AltinnTokenValidator validator =
            new AltinnTokenValidator(
                    new CachedSigningKeys(source, clock),
                    new TokenIssuers(Set.of(TestTokens.ISSUER), false),
                    clock);

    private JwksSigningKeys source(Duration call) {
        return new JwksSigningKeys(
                new PlatformHttp(
                        new HttpLimits(Duration.ofSeconds(2), call, Duration.ZERO, MAX_BYTES)),
                server.uri("/openid"));
    }

    @AfterEach
    void stop() {
        server.close();
        trap.close();
    }

    private void discovery() {
        server.answer(
                200, Json.object().put("jwks_uri", server.uri("/jwks").toString()).toString());
    }

    private void publish(ObjectNode... jwks) {
        discovery();
        server.answer(200, set(jwks));
    }

    private static String set(ObjectNode... jwks) {
        ObjectNode set = Json.object();
        ArrayNode keys = set.putArray("keys");
        for (ObjectNode jwk : jwks) {
            keys.add(jwk);
        }
        return set.toString();
    }

    private static ObjectNode jwk(TestKeys keys) {
        return Json.object()
                .put("kty", "RSA")
                .put("kid", keys.kid())
                .put("n", base64(keys.publicKey().getModulus()))
                .put("e", base64(keys.publicKey().getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private String tokenOf(TestKeys keys) {
        return new TestTokens(clock, keys).bearer(claims -> {});
    }

    private void assertUnavailable() {
        assertThatThrownBy(source::fetch).isInstanceOf(Unavailable.class);
    }

    @Test
    void aNewKeyIsTakenIntoUseWhenATokenNamesIt() throws InvalidToken {
        publish(jwk(FIRST));
        publish(jwk(FIRST), jwk(SECOND));
        String first = tokenOf(FIRST);
        String second = tokenOf(SECOND);

        assertThat(validator.validate(first).value()).isEqualTo(first);
        assertThat(validator.validate(second).value()).isEqualTo(second);
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void aWithdrawnKeyProvesNothingAfterTheNextFetch() throws InvalidToken {
        publish(jwk(FIRST));
        publish(jwk(SECOND));
        assertThat(validator.validate(tokenOf(FIRST)).scopes()).isEmpty();
        assertThat(validator.validate(tokenOf(SECOND)).scopes()).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> validator.validate(tokenOf(FIRST)))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void aTokenThatBringsItsOwnKeyIsRefusedWhileTheEndpointIsAway() {
        assertThatThrownBy(() -> validator.validate(unsigned("{\"alg\":\"none\"}")))
                .isInstanceOf(InvalidToken.class);
        assertThat(server.requests()).isZero();
    }

    private String unsigned(String header) {
        String good = new TestTokens(clock, FIRST).sign(header, "{}");
        return good.substring(0, good.lastIndexOf('.') + 1);
    }

    @Test
    void tenThousandUnknownKeyIdsFetchTheKeysOnceMore() throws InvalidToken {
        publish(jwk(FIRST));
        publish(jwk(FIRST));
        TestTokens tokens = new TestTokens(clock, FIRST);
        String good = tokens.bearer(claims -> {});
        assertThat(validator.validate(good).value()).isEqualTo(good);
        String rest = good.substring(good.indexOf('.'));

        for (int i = 0; i < 10_000; i++) {
            String header = tokens.header().put("kid", "k" + i).toString();
            String jwt =
                    Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(header.getBytes(StandardCharsets.UTF_8))
                            + rest;
            assertThatThrownBy(() -> validator.validate(jwt)).isInstanceOf(InvalidToken.class);
        }
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void twoKeysOfOneIdAreBothTried() throws InvalidToken {
        publish(jwk(FIRST), jwk(SECOND).put("kid", "FIRST"));
        TestKeys renamed = new TestKeys("FIRST", SECOND.publicKey(), SECOND.privateKey());

        assertThat(validator.validate(tokenOf(FIRST)).scopes()).isEmpty();
        assertThat(validator.validate(tokenOf(renamed)).scopes()).isEmpty();
    }

    @Test
    void moreThanAHundredKeysAreNone() {
        publish(IntStream.range(0, 101).mapToObj(i -> jwk(FIRST)).toArray(ObjectNode[]::new));

        assertUnavailable();
    }

    @Test
    void tenThousandKeysAreNotEvenRead() {
        publish(IntStream.range(0, 10_000).mapToObj(i -> jwk(FIRST)).toArray(ObjectNode[]::new));

        assertThatThrownBy(source::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("more than " + MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void anErrorIsNoSet(int status) {
        discovery();
        server.answer(status, set(jwk(FIRST)));

        assertUnavailable();
    }

    @Test
    void anErrorThatLastsIsNoSet() {
        discovery();
        IntStream.range(0, 3).forEach(i -> server.answer(503, set(jwk(FIRST))));

        assertUnavailable();
        assertThat(server.requests()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        trap.answer(200, set(jwk(FIRST)));
        discovery();
        server.answer(
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", trap.uri("/jwks").toString())
                        .build());

        assertUnavailable();
        assertThat(trap.requests()).isZero();
    }

    @Test
    void aRedirectOfTheDiscoveryDocumentIsNotFollowed() {
        trap.answer(200, "{}");
        server.answer(
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", trap.uri("/").toString())
                        .build());

        assertUnavailable();
        assertThat(trap.requests()).isZero();
    }

    @Test
    void anEndpointThatNeverAnswersIsGivenUp() {
        discovery();
        server.answer(
                new MockResponse.Builder()
                        .code(200)
                        .headersDelay(1, TimeUnit.HOURS)
                        .body(set(jwk(FIRST)))
                        .build());

        assertThatThrownBy(source(Duration.ofSeconds(1))::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        discovery();
        server.answer(
                new MockResponse.Builder()
                        .code(200)
                        .body(set(jwk(FIRST)))
                        .throttleBody(1, 1, TimeUnit.HOURS)
                        .build());

        assertThatThrownBy(source(Duration.ofSeconds(1))::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void anAnswerThatGrowsWhenItIsUnpackedIsGivenUp() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[64 * MAX_BYTES]);
        }
        assertThat(packed.size()).isLessThan(MAX_BYTES);
        discovery();
        server.answer(
                new MockResponse.Builder()
                        .code(200)
                        .addHeader("Content-Encoding", "gzip")
                        .body(new Buffer().write(packed.toByteArray()))
                        .build());

        assertThatThrownBy(source::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("more than " + MAX_BYTES);
    }

    /** What counts is that it is a set of keys; issuers do not agree on its media type. */
    @Test
    void theMediaTypeIsNoConcern() {
        discovery();
        server.answer(
                new MockResponse.Builder()
                        .code(200)
                        .addHeader("Content-Type", "text/html")
                        .body(set(jwk(FIRST)))
                        .build());

        assertThat(source.fetch().find("FIRST")).containsExactly(FIRST.publicKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html></html>",
                "{",
                "null",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":\"x\"}",
                "{\"keys\":[]}",
                "{\"keys\":[null,7,\"x\",[],{}]}",
                "{\"keys\":[],\"keys\":[]}"
            })
    void whatIsNoSetIsNone(String body) {
        discovery();
        server.answer(200, body);

        assertUnavailable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null",
                "7",
                "[\"https://x\"]",
                "{}",
                "\"\"",
                "\"file:///etc/passwd\"",
                "\"jar:file:///x!/y\"",
                "\"ftp://x/jwks\"",
                "\"data:application/json,{}\"",
                "\"//x/jwks\"",
                "\"/jwks\"",
                "\"https:jwks\"",
                "\"https:///jwks\"",
                "\"https://x y/jwks\""
            })
    void anAddressThatIsNoneIsNotAsked(String jwksUri) {
        ObjectNode discovery = Json.object();
        discovery.set("jwks_uri", Json.parse(jwksUri));
        server.answer(200, discovery.toString());

        assertUnavailable();
        assertThat(server.requests()).isEqualTo(1);
    }
}
