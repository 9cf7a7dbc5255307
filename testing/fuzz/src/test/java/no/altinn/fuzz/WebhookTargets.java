package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import no.altinn.events.pull.LockTexts;
import no.altinn.events.signing.Scheme;
import no.altinn.events.signing.SignatureKey;
import no.altinn.events.signing.SignedContent;
import no.altinn.events.webhook.AllowedRate;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.RetryAfter;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.EndPointRule;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers and addresses of consumers' endpoints, secrets that sign, and texts of locks. */
final class WebhookTargets {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** The year 9999 is the last that a date has; no wait is longer. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(366 * 8_000L);

    private WebhookTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "retry-after",
                        WebhookTargets::retryAfter,
                        "120",
                        "Fri, 02 Jan 2026 03:05:05 GMT",
                        "Friday, 02-Jan-26 03:05:05 GMT",
                        "Fri Jan  2 03:05:05 2026"),
                Target.of("allowed-rate", WebhookTargets::allowedRate, "100", "00", "60001"),
                Target.of(
                        "failure",
                        WebhookTargets::failure,
                        "connection refused",
                        "01010112345 \u0007\t\n\ud83d\ude00"),
                Target.of(
                        "end-point",
                        WebhookTargets::endPoint,
                        "https://93.184.216.34:8443/a?b#c",
                        "https://[2a00:1450:400f::1%25lo]/",
                        "https://0x7f.1/",
                        "https://user@[::ffff:10.0.0.1]/",
                        "http://xn--bl-yia.example./"),
                Target.of(
                        "signature", WebhookTargets::signature, "1\n{\"a\":\"\u00e5\"}", "msg.1\n"),
                Target.of(
                        "lock-token",
                        LockTexts::property,
                        LockTexts.sample(),
                        LockTexts.sample().substring(1)));
    }

    private static void retryAfter(String text) {
        Optional<Instant> at = RetryAfter.of(WebhookReply.answered(503).withRetryAfter(text), NOW);
        at.ifPresent(time -> assertThat(time).isBetween(NOW, NOW.plus(LONGEST_WAIT)));
    }

    private static void allowedRate(String text) {
        AllowedRate.of(WebhookReply.answered(200).withAllowedRate(text))
                .ifPresent(rate -> assertThat(rate).isBetween(1, AllowedRate.MOST));
    }

    private static void failure(String text) {
        WebhookReply reply = WebhookReply.failed(ErrorKind.DNS, text);

        assertThat(reply.reason()).hasSizeLessThanOrEqualTo(200);
        assertThat(reply.inWords()).doesNotContain("\n", "\r");
    }

    /** Names are not found here: the hosts file is the only name server, and it is empty. */
    private static void endPoint(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return;
        }
        Optional<String> fault = new EndPointRule(new AddressRule(false)).fault(uri);
        new EndPointRule(new AddressRule(true)).fault(uri);
        if (fault.isEmpty()) {
            assertThat(uri.getScheme()).isEqualToIgnoringCase("https");
            assertThat(uri.getHost()).isNotEmpty();
            assertThat(uri.getRawUserInfo()).isNull();
        }
    }

    /** The first line is the message's id, the rest the body. */
    private static void signature(String text) {
        int end = Math.max(text.indexOf('\n'), 0);
        SignedContent content =
                // Headers lose what is around their values.
                new SignedContent(
                        text.substring(0, end).trim(), Instant.now(), text.substring(end));
        SignatureKey key = SignatureKey.of(Scheme.V1, new byte[32]);
        String stamp = Long.toString(content.at().getEpochSecond());
        try {
            new Webhook(key.forVerifying())
                    .verify(
                            content.body(),
                            HttpHeaders.of(
                                    Map.of(
                                            "webhook-id", List.of(content.id()),
                                            "webhook-timestamp", List.of(stamp),
                                            "webhook-signature", List.of(key.sign(content))),
                                    (name, value) -> true));
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            fail("A receiver refuses our signature", e);
        }
    }
}
