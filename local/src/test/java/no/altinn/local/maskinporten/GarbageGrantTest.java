package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever is sent, the client is told that it is wrong, and nothing breaks. */
class GarbageGrantTest {
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
    void anyClaimsOfAnyTypeAreAnsweredWhenTheyAreSigned(
            @ForAll("names") String first,
            @ForAll("json") String one,
            @ForAll("names") String second,
            @ForAll("json") String other) {
        TestGrant grant = maskinporten.grant(client, "a").claim(first, one).claim(second, other);

        assertThat(maskinporten.token(grant.sign()).statusCode()).isIn(200, 400);
    }

    @Property(tries = 150)
    void noOtherCharacterAnywhereIsAccepted(
            @ForAll @IntRange(max = 700) int at, @ForAll @IntRange(max = 63) int by) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String good = maskinporten.grant(client, "a").sign();
        int index = at % good.length();
        char other = alphabet.charAt(by);
        if (good.charAt(index) == other || index == good.length() - 1) {
            return;
        }

        String changed = good.substring(0, index) + other + good.substring(index + 1);

        assertThat(maskinporten.token(changed).statusCode()).isEqualTo(400);
    }
}
