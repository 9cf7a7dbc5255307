package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Whatever is sent, the client is told that it is wrong, and nothing breaks. */
class GarbageGrantTest {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static Path folder;
    private static RunningMaskinporten maskinporten;
    private static String client;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("maskinporten");
        maskinporten = RunningMaskinporten.start(folder);
        client = maskinporten.client("a");
    }

    @AfterContainer
    static void stop() throws IOException {
        maskinporten.close();
        Files.delete(folder.resolve("maskinporten.json"));
        Files.delete(folder);
    }

    @Provide
    static Arbitrary<String> json() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1e400",
                "9223372036854775807",
                "0.5",
                "\"\"",
                "\"a\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "[null]",
                "[[]]",
                "{}",
                "{\"a\":{}}",
                "[{\"type\":\"urn:altinn:systemuser\"}]",
                "\"310000001\"",
                "\"a b c\"");
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.of(
                "alg",
                "kid",
                "x5c",
                "iss",
                "aud",
                "exp",
                "iat",
                "nbf",
                "jti",
                "scope",
                "resource",
                "consumer_org",
                "authorization_details",
                "other");
    }

    @Provide
    static Arbitrary<String> needed() {
        return Arbitraries.of("iss", "aud", "exp", "iat");
    }

    @Provide
    static Arbitrary<String> unknown() {
        return Arbitraries.of("alg", "kid", "x5c", "other");
    }

    @Provide
    static Arbitrary<String> members() {
        return Combinators.combine(names(), json())
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(5)
                .map(list -> "{" + String.join(",", list) + "}");
    }

    @Property(tries = 150)
    void anyTextIsRefused(@ForAll @StringLength(min = 1, max = 100) String text) {
        assertThat(maskinporten.token(text).statusCode()).isEqualTo(400);
    }

    @Property(tries = 150)
    void anyFormIsRefused(@ForAll @StringLength(max = 100) String body) {
        assertThat(maskinporten.form(body).statusCode()).isEqualTo(400);
    }

    @Property(tries = 150)
    void anyPartsAreRefused(@ForAll("members") String header, @ForAll("members") String payload) {
        String jwt = TestGrant.base64Url(header) + "." + TestGrant.base64Url(payload) + ".AAAA";

        assertThat(maskinporten.token(jwt).statusCode()).isEqualTo(400);
    }

    @Property(tries = 150)
    void aClaimThatIsNeededIsRefusedWhateverItIsInstead(
            @ForAll("needed") String name, @ForAll("json") String value) {
        HttpResponse<String> answer =
                maskinporten.token(maskinporten.grant(client, "a").claim(name, value).sign());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Property(tries = 150)
    void aClaimThatNobodyKnowsDoesNotMatter(
            @ForAll("unknown") String name, @ForAll("json") String value) {
        assertThat(
                        maskinporten
                                .token(maskinporten.grant(client, "a").claim(name, value).sign())
                                .statusCode())
                .isEqualTo(200);
    }

    @Property(tries = 150)
    void whateverIsSignedBringsNothingThatIsNotRegistered(
            @ForAll("names") String first,
            @ForAll("json") String one,
            @ForAll("names") String second,
            @ForAll("json") String other) {
        TestGrant grant = maskinporten.grant(client, "a").claim(first, one).claim(second, other);
        HttpResponse<String> answer = maskinporten.token(grant.sign());
        JsonNode body = Json.parse(answer.body());

        if (answer.statusCode() == 200) {
            JsonNode claims = TestGrant.part(body.path("access_token").asText(), 1);
            assertThat(claims.path("scope").asText()).isEqualTo("a");
            assertThat(claims.path("client_id").asText()).isEqualTo(client);
            assertThat(claims.has("authorization_details")).isFalse();
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(body.path("error").asText()).startsWith("invalid_");
        }
    }

    @Property(tries = 150)
    void noOtherCharacterAnywhereIsAccepted(
            @ForAll @IntRange(max = 9_999) int at, @ForAll @IntRange(max = 63) int by) {
        String good = maskinporten.grant(client, "a").sign();
        int index = at % good.length();
        Assume.that(good.charAt(index) != ALPHABET.charAt(by));

        assertThat(maskinporten.token(changed(good, index, by)).statusCode()).isEqualTo(400);
    }

    @Example
    void noOtherCharacterAtTheEndIsAccepted() {
        String good = maskinporten.grant(client, "a").sign();
        int last = good.length() - 1;
        int itself = ALPHABET.indexOf(good.charAt(last));

        assertThat(IntStream.range(0, ALPHABET.length()).filter(by -> by != itself))
                .allSatisfy(
                        by ->
                                assertThat(maskinporten.token(changed(good, last, by)).statusCode())
                                        .isEqualTo(400));
        assertThat(maskinporten.token(good).statusCode()).isEqualTo(200);
    }

    private static String changed(String text, int index, int by) {
        return text.substring(0, index) + ALPHABET.charAt(by) + text.substring(index + 1);
    }
}
