package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What pushes are signed with: shown, rotated, and found on the pushes themselves. */
@ExtendWith(RunningPlatform.class)
final class SecretsTest {
    private static final String SECRET = "whsec_[A-Za-z0-9+/]{43}=";

    private final Platform platform;
    private final String token;
    private final String resource = Platform.resource();
    private final Inbox inbox;
    private final int id;

    SecretsTest(Platform platform) {
        this.platform = platform;
        this.token = platform.tokens().ttd();
        this.inbox = platform.inbox();
        this.id =
                new Subscriber(platform, token)
                        .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
    }

    private Reply secret() {
        return platform.api("GET", "subscriptions/" + id + "/secret").bearer(token).send();
    }

    private Call rotating() {
        return platform.api("POST", "subscriptions/" + id + "/secret/rotate").bearer(token);
    }

    private Reply rotate(String body) {
        return rotating().json(body).send();
    }

    private static String signature(String secret, JsonNode request)
            throws GeneralSecurityException {
        JsonNode headers = request.path("headers");
        String content =
                "%s.%s.%s"
                        .formatted(
                                headers.path("webhook-id").asText(),
                                headers.path("webhook-timestamp").asText(),
                                request.path("body").asText());
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signature);
    }

    private static List<String> signatures(JsonNode request) {
        return Pattern.compile(" ")
                .splitAsStream(request.path("headers").path("webhook-signature").asText())
                .toList();
    }

    private JsonNode pushed() {
        int before = inbox.requests().size();
        String event = EventText.on(resource).jsonWith("data", "{\"navn\":\"Åse <&>\"}");
        assertThat(platform.publishing(event).bearer(token).send().status()).isEqualTo(200);
        await().until(() -> inbox.requests().size() > before);
        return inbox.requests().get(before);
    }

    @Test
    void theSecretIsShownToItsOwnerAndKeptNowhere() {
        Reply shown = secret();

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.json().path("scheme").asText()).isEqualTo("v1");
        assertThat(shown.json().path("secret").asText()).matches(SECRET);
        assertThat(Instant.parse(shown.json().path("created").asText()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(shown.json().properties()).hasSize(3);
        assertThat(secret().body()).isEqualTo(shown.body());
    }

    @Test
    void aPushAndAValidationAreSignedWithIt() throws GeneralSecurityException {
        String secret = secret().json().path("secret").asText();
        JsonNode validation = inbox.requests().get(0);
        JsonNode push = pushed();

        assertThat(signatures(validation)).containsExactly(signature(secret, validation));
        assertThat(signatures(push)).containsExactly(signature(secret, push));
        assertThat(validation.path("headers").path("webhook-id").asText())
                .isEqualTo(
                        "validation_"
                                + Json.parse(validation.path("body").asText()).path("id").asText());
        assertThat(push.path("headers").path("webhook-id").asText()).matches("[a-zA-Z0-9_-]{43}");
        assertThat(push.path("headers").path("altinn-subscription").asText()).isEqualTo("" + id);
        assertThat(push.path("headers").path("webhook-request-origin").asText())
                .isEqualTo(platform.base().getHost());
    }

    @Test
    @Tag("proof")
    void aRetryHasTheSameIdAndASignatureOfItsOwnTime() throws GeneralSecurityException {
        String secret = secret().json().path("secret").asText();
        inbox.failing(503, 1);
        JsonNode first = pushed();
        await().atMost(Duration.ofSeconds(30)).until(() -> inbox.requests().size() > 2);
        JsonNode second = inbox.requests().get(2);

        assertThat(second.path("headers").path("webhook-id"))
                .isEqualTo(first.path("headers").path("webhook-id"));
        assertThat(second.path("headers").path("webhook-timestamp").asLong())
                .isGreaterThan(first.path("headers").path("webhook-timestamp").asLong());
        assertThat(signatures(second)).containsExactly(signature(secret, second));
    }

    @Test
    void afterARotationBothKeysSign() throws GeneralSecurityException {
        String old = secret().json().path("secret").asText();
        Reply rotated = rotating().send();
        JsonNode shown = rotated.json();

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.header("Cache-Control")).contains("no-store");
        assertThat(shown.path("secret").asText()).matches(SECRET).isNotEqualTo(old);
        assertThat(
                        Duration.between(
                                Instant.now(),
                                Instant.parse(shown.path("previousExpires").asText())))
                .isBetween(Duration.ofSeconds(86_300), Duration.ofSeconds(86_400));
        assertThat(secret().body()).isEqualTo(rotated.body());
        JsonNode push = pushed();
        assertThat(signatures(push))
                .containsExactly(
                        signature(shown.path("secret").asText(), push), signature(old, push));
    }

    @Test
    void withoutAnOverlapTheOldKeyEndsAtOnce() throws GeneralSecurityException {
        JsonNode rotated = rotate("{\"overlapSeconds\":0}").json();

        assertThat(rotated.has("previousExpires")).isFalse();
        JsonNode push = pushed();
        assertThat(signatures(push))
                .containsExactly(signature(rotated.path("secret").asText(), push));
    }

    @Test
    void publicKeysAreFoundByEverybodyWhoKnowsTheirPage() {
        JsonNode rotated = rotate("{\"scheme\":\"v1a\",\"overlapSeconds\":60}").json();
        Reply page = platform.get(rotated.path("keys").asText()).send();

        assertThat(rotated.path("publicKey").asText()).startsWith("whpk_");
        assertThat(rotated.has("secret")).isFalse();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("public, max-age=300");
        JsonNode key = page.json().path("keys").path(0);
        assertThat(Base64.getUrlDecoder().decode(key.path("x").asText()))
                .isEqualTo(
                        Base64.getDecoder()
                                .decode(
                                        rotated.path("publicKey")
                                                .asText()
                                                .substring("whpk_".length())));
        assertThat(key.path("kid").asText()).hasSize(43);
        assertThat(signatures(pushed()))
                .satisfiesExactly(
                        newest -> assertThat(newest).startsWith("v1a,"),
                        old -> assertThat(old).startsWith("v1,"));
    }

    @Test
    void thePageOfARemovedSubscriptionIsGone() {
        String page = rotate("{\"scheme\":\"v1a\"}").json().path("keys").asText();
        new Subscriber(platform, token).remove(id);

        assertThat(platform.get(page).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "a", "%2e%2e", "a%2Fb", "data-keys"})
    void aPageThatNobodyHasIsNotFound(String page) {
        assertThat(platform.api("GET", "signing-keys/" + page).send().status()).isEqualTo(404);
    }

    @Test
    void aSixthValidKeyIsRefused() {
        for (int i = 0; i < 4; i++) {
            assertThat(rotate("{}").status()).isEqualTo(200);
        }
        Reply refused = rotate("{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.told()).startsWith("5 keys of the subscription are valid.");
        assertThat(rotate("{\"overlapSeconds\":0}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"overlapSeconds\":-1}|'overlapSeconds' must be 0 to 604800.",
                "{\"overlapSeconds\":604801}|'overlapSeconds' must be 0 to 604800.",
                "{\"overlapSeconds\":\"60\"}|'overlapSeconds' must be a whole number of 32 bits.",
                "{\"overlapSeconds\":1.5}|'overlapSeconds' must be a whole number of 32 bits.",
                "{\"overlapSeconds\":99999999999}|'overlapSeconds' must be a whole number of 32 bits.",
                "{\"scheme\":\"v2\"}|'scheme' must be 'v1' or 'v1a'.",
                "{\"scheme\":\"V1\"}|'scheme' must be 'v1' or 'v1a'.",
                "{\"scheme\":1}|'scheme' must be a string.",
                "{\"scheme\":\"v1\",\"scheme\":\"v1a\"}|not valid JSON",
                "{\"overlapSecond\":0}|only 'overlapSeconds', 'scheme', not 'overlapSecond'.",
                "{\"secret\":\"whsec_AAAA\"}|only 'overlapSeconds', 'scheme', not 'secret'.",
                "[]|The body must be a JSON object.",
                "null|The body must be a JSON object.",
                "{|not valid JSON"
            })
    void aBodyThatIsWrongIsRefusedAndChangesNothing(String body, String told) {
        String before = secret().body();
        Reply refused = rotate(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.body()).contains(told);
        assertThat(secret().body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"overlapSeconds\":null,\"scheme\":null}", "{\"overlapSeconds\":604800}"})
    void theBoundsAndNullAreTaken(String body) {
        assertThat(rotate(body).status()).isEqualTo(200);
    }

    @Test
    void aBodyOver16KibIsRefused() {
        String padding = " ".repeat(16 * 1024);

        assertThat(rotate("{}" + padding).status()).isEqualTo(413);
        assertThat(rotate("{}" + padding.substring(2)).status()).isEqualTo(200);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        assertThat(rotating().body("text/plain", "{}").send().status()).isEqualTo(415);
    }

    @Test
    void onlyTheOwnerSeesOrRotatesIt() {
        for (String path : List.of("/secret", "/secret/rotate")) {
            String method = path.endsWith("rotate") ? "POST" : "GET";
            Call call = platform.api(method, "subscriptions/" + id + path);

            assertThat(call.send().status()).isEqualTo(401);
            Reply anothers = call.bearer(platform.tokens().personA()).send();
            assertThat(anothers.status()).isEqualTo(403);
            assertThat(anothers.body()).isEmpty();
            Reply unknown =
                    platform.api(method, "subscriptions/2147483647" + path).bearer(token).send();
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body()).isEmpty();
            assertThat(platform.api(method, "subscriptions/x" + path).bearer(token).send().status())
                    .isEqualTo(400);
        }
    }
}
