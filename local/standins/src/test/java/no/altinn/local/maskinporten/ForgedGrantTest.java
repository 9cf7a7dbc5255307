package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Grants that the client's key has not signed, or not as it should. */
class ForgedGrantTest {
    private static final TestKeys FORGER = TestKeys.generate("my-key");

    @TempDir static Path folder;
    private static RunningMaskinporten maskinporten;
    private static String client;

    @BeforeAll
    static void start() {
        maskinporten = RunningMaskinporten.start(folder);
        client = maskinporten.client("a");
    }

    @AfterAll
    static void stop() {
        maskinporten.close();
    }

    private static TestGrant grant() {
        return maskinporten.grant(client, "a");
    }

    private static TestGrant forged() {
        return new TestGrant(FORGER, client, "a", RunningMaskinporten.NOW);
    }

    private static void assertRefused(String assertion, String description) {
        HttpResponse<String> answer = maskinporten.token(assertion);
        JsonNode body = Json.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(body.path("error_description").asText()).startsWith(description);
    }

    private static String certificate(TestKeys keys) throws GeneralSecurityException {
        X509Certificate certificate =
                TestCertificates.selfSigned(
                        keys,
                        RunningMaskinporten.NOW,
                        RunningMaskinporten.NOW.plus(Duration.ofDays(1)));
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }

    @Test
    void anotherKeyOfTheSameNameHasNotSigned() {
        assertRefused(forged().sign(), "MP-124: ");
    }

    @Test
    void aSignatureOfAnotherGrantIsNone() {
        String first = grant().sign();
        String second = grant().sign();

        assertRefused(
                first.substring(0, first.lastIndexOf('.'))
                        + second.substring(second.lastIndexOf('.')),
                "MP-124: ");
    }

    @Test
    void aSignatureOfAnotherAlgorithmIsNone() {
        TestGrant grant = grant();
        grant.header().put("alg", "RS512");

        assertRefused(grant.sign("SHA256withRSA"), "MP-124: ");
    }

    @Test
    void aSignatureOfAnyOtherLengthIsNone() {
        String good = grant().sign();

        // Two characters less leave whole bytes, whatever they are.
        assertRefused(good.substring(0, good.length() - 2), "MP-124: ");
        assertRefused(good + "AAAA", "MP-124: ");
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1) + "AA", "MP-124: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "rs256", "PS256", "ES256", "EdDSA", "HS256", ""})
    void anyOtherAlgorithmIsRefused(String alg) {
        TestGrant grant = grant();
        grant.header().put("alg", alg);

        assertRefused(grant.sign(), "MP-011: Invalid assertion. ");
        assertRefused(grant.unsigned() + ".", "MP-011: Invalid assertion. ");
    }

    @Test
    void thePublicKeyIsNoSecret() throws GeneralSecurityException {
        TestGrant grant = grant();
        grant.header().put("alg", "HS256");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(RunningMaskinporten.KEY.publicKey().getEncoded(), "HmacSHA256"));
        byte[] signature = mac.doFinal(grant.unsigned().getBytes(StandardCharsets.US_ASCII));

        assertRefused(
                grant.unsigned() + "." + TestGrant.base64Url(signature),
                "MP-011: Invalid assertion. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[\"exp\"]",
                "\"crit\":[]",
                "\"b64\":false",
                "\"zip\":\"DEF\"",
                "\"cty\":\"JWT\"",
                "\"alg\":\"RS256\""
            })
    void extensionsAndDoubleMembersAreRefused(String member) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"my-key\"," + member + "}";
        String good = grant().sign();

        assertRefused(
                TestGrant.base64Url(header) + good.substring(good.indexOf('.')),
                "MP-011: Invalid assertion. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "MY-KEY", "my-key ", "../my-key", "' or 1=1", "https://x/"})
    void aKeyThatIsNotRegisteredIsRefused(String kid) {
        TestGrant grant = grant();
        grant.header().put("kid", kid);

        assertRefused(grant.sign(), "MP-124: ");
    }

    @Test
    void aKeyOfAnotherClientIsRefused() {
        String other = maskinporten.register(RunningMaskinporten.registration("a"));
        TestKeys key = TestKeys.generate("other-key");
        maskinporten.post("clients/" + other + "/jwks", RunningMaskinporten.keySet(key).toString());

        assertRefused(new TestGrant(key, client, "a", RunningMaskinporten.NOW).sign(), "MP-124: ");
    }

    @Test
    void aClientWithoutKeysGetsNothing() {
        String other = maskinporten.register(RunningMaskinporten.registration("a"));

        assertRefused(maskinporten.grant(other, "a").sign(), "MP-124: ");
    }

    @Test
    void withoutNameOfAKeyNothingIsTried() {
        TestGrant grant = grant();
        grant.header().remove("kid");

        assertRefused(grant.sign(), "MP-011: Invalid assertion. The JWT header has no kid");
    }

    @Test
    void aCertificateIsNotTrustedItself() throws GeneralSecurityException {
        TestGrant grant = forged();
        grant.header().remove("kid");
        grant.header().putArray("x5c").add(certificate(FORGER));

        assertRefused(grant.sign(), "MP-124: ");
    }

    @Test
    void aCertificateOfTheClientsKeyDoesNotVouchForAnother() throws GeneralSecurityException {
        TestGrant grant = forged();
        grant.header().remove("kid");
        grant.header().putArray("x5c").add(certificate(RunningMaskinporten.KEY));

        assertRefused(grant.sign(), "MP-124: ");
    }

    @Test
    void onlyTheFirstCertificateCounts() throws GeneralSecurityException {
        TestGrant grant = grant();
        grant.header().remove("kid");
        grant.header()
                .putArray("x5c")
                .add(certificate(FORGER))
                .add(certificate(RunningMaskinporten.KEY));

        assertRefused(grant.sign(), "MP-124: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"MIIC\"", "[]", "[7]", "[\"\"]", "[\"MIIC\"]", "[\"§\"]", "{}", "null"})
    void whatIsNoCertificateIsTold(String x5c) {
        TestGrant grant = grant();
        grant.header().remove("kid");
        grant.header().set("x5c", Json.parse(x5c));

        assertRefused(grant.sign(), "MP-123: Invalid assertion. The JWT header x5c");
    }

    @Test
    void noAddressOfAKeyIsEverFetched() {
        AtomicInteger fetches = new AtomicInteger();
        try (LocalServer attacker =
                LocalServer.start(
                        Endpoints.builder()
                                .get(
                                        "/jwks",
                                        request -> {
                                            fetches.incrementAndGet();
                                            return Answers.json(
                                                    RunningMaskinporten.keySet(FORGER).toString());
                                        })
                                .build())) {
            TestGrant grant = forged();
            ObjectNode header = grant.header();
            header.put("jku", attacker.base() + "/jwks").put("x5u", attacker.base() + "/jwks");
            header.set("jwk", RunningMaskinporten.keySet(FORGER).at("/keys/0"));
            assertRefused(grant.sign(), "MP-124: ");
            header.remove("kid");
            assertRefused(grant.sign(), "MP-011: Invalid assertion. The JWT header has no kid");
        }

        assertThat(fetches).hasValue(0);
    }

    @Test
    void sixteenKibibytesAreTheLimit() {
        assertRefused(
                grant().claim("x", "\"" + "x".repeat(13_000) + "\"").sign(),
                "MP-011: Invalid assertion. ");
    }

    @Test
    void aTokenOfMaskinportenIsNoGrant() {
        assertRefused(maskinporten.accessToken(grant()), "MP-100: ");
    }
}
