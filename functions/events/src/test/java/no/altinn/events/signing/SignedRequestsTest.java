package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

final class SignedRequestsTest {
    private static final String ID = "S1mQk0xW3rj5yq7cJm2b9uYw8v4tLz6nHd0gEaPfXoI";
    private static final String JSON = "{\"data\":{\"navn\":\"Åse <&>\",\"tall\":1.0}}";
    private static final Duration DAY = Duration.ofDays(1);

    private final SigningBed bed = new SigningBed();
    private final SigningBed.Worker process = bed.process();
    private final SigningBed.Worker other = bed.process();

    @BeforeEach
    void makeASubscription() {
        process.secrets.begin(bed.keyless(7));
    }

    private WebhookRequest request(SigningBed.Worker by) {
        Subscription subscription = bed.stored(7);
        return by.requests.of(subscription, subscription.key(), ID, bed.clock.instant(), JSON);
    }

    private static List<String> signatures(WebhookRequest request) {
        return List.of(Pattern.compile(" ").split(request.headers().get("webhook-signature"), -1));
    }

    /** The key that the owner was shown. */
    private SignatureKey shown() {
        String secret = process.secrets.show(bed.stored(7)).forVerifying();
        return SignatureKey.of(
                Scheme.V1, Base64.getDecoder().decode(secret.substring("whsec_".length())));
    }

    private void rotate(SigningBed.Worker by, Duration overlap) {
        by.secrets.rotate(bed.stored(7), new Rotation(Optional.empty(), overlap));
    }

    private String expected(SignatureKey key) {
        return key.sign(new SignedContent(ID, bed.clock.instant(), JSON));
    }

    @Test
    void aRequestHasTheHeadersOfStandardWebhooksInOrder() {
        WebhookRequest request = request(process);

        assertThat(request.headers().keySet())
                .containsExactly(
                        "webhook-id",
                        "webhook-timestamp",
                        "webhook-signature",
                        "altinn-subscription",
                        "webhook-request-origin");
        assertThat(request.headers())
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1767323045")
                .containsEntry("altinn-subscription", "7")
                .containsEntry("webhook-request-origin", "platform.example");
        assertThat(request.endPoint()).isEqualTo(URI.create("https://hook.example/7"));
    }

    @Test
    void theBodyIsTheEventByteForByteAndSignedAsItIs() {
        WebhookRequest request = request(process);

        assertThat(request.body()).isEqualTo(JSON);
        assertThat(signatures(request)).containsExactly(expected(shown()));
    }

    @Test
    void whatSlackGetsIsSignedAsSlackGetsIt() {
        Subscription slack =
                new Subscription(
                        9,
                        URI.create("https://hooks.slack.com/services/T/B/x"),
                        bed.stored(7).filters(),
                        "/org/ttd",
                        SigningBed.NOW,
                        new ValidationState.Validated());
        bed.subscriptions.put(slack);
        WebhookRequest request =
                process.requests.of(slack, slack.key(), ID, bed.clock.instant(), JSON);
        String secret = process.secrets.show(bed.stored(9)).forVerifying();
        SignatureKey key =
                SignatureKey.of(
                        Scheme.V1, Base64.getDecoder().decode(secret.substring("whsec_".length())));

        assertThat(request.body()).startsWith("{\"text\":");
        assertThat(signatures(request))
                .containsExactly(
                        key.sign(new SignedContent(ID, bed.clock.instant(), request.body())));
    }

    @Test
    void theOldKeySignsAlongBehindTheNewOne() {
        SignatureKey old = shown();
        rotate(process, DAY);

        assertThat(signatures(request(process))).containsExactly(expected(shown()), expected(old));
        bed.clock.advance(DAY);
        assertThat(signatures(request(process))).containsExactly(expected(shown()));
    }

    @Test
    void betweenSchemesBothSign() {
        process.secrets.rotate(bed.stored(7), new Rotation(Optional.of(Scheme.V1A), DAY));

        assertThat(signatures(request(process)))
                .satisfiesExactly(
                        newest -> assertThat(newest).startsWith("v1a,"),
                        old -> assertThat(old).startsWith("v1,"));
    }

    @Test
    void afterFiveSecondsEveryProcessSignsWithTheNewKeyHoweverBusyItIs() {
        request(other);
        rotate(process, Duration.ZERO);
        Instant rotated = bed.clock.instant();
        for (int tenth = 0; tenth < 49; tenth++) {
            bed.clock.advance(Duration.ofMillis(100));
            request(other);
        }
        bed.clock.set(rotated.plusSeconds(5));

        assertThat(signatures(request(other))).containsExactly(expected(shown()));
    }

    @Test
    void theProcessThatRotatesSignsWithTheNewKeyAtOnce() {
        request(process);
        rotate(process, Duration.ZERO);

        assertThat(signatures(request(process))).containsExactly(expected(shown()));
    }

    @Test
    void anAttemptThatWaitedInLineIsSignedWithTheKeyOfItsStart() {
        // It was looked up before the rotation, and waits for a place until after it.
        Subscription lookedUp = other.index.find(bed.stored(7).key()).orElseThrow();
        rotate(process, Duration.ZERO);
        bed.clock.advance(Duration.ofSeconds(5));

        WebhookRequest request =
                other.requests.of(lookedUp, lookedUp.key(), ID, bed.clock.instant(), JSON);

        assertThat(signatures(request)).containsExactly(expected(shown()));
    }

    @Test
    void anAttemptForASubscriptionThatWasJustRemovedIsSignedAsBefore() {
        Subscription last = bed.stored(7);
        String signature = expected(shown());
        bed.subscriptions.remove(7);

        assertThat(signatures(other.requests.of(last, last.key(), ID, bed.clock.instant(), JSON)))
                .containsExactly(signature);
    }

    @Test
    void anOlderSubscriptionGetsItsKeyWithItsFirstCall() {
        Subscription old = bed.keyless(8);
        WebhookRequest first = process.requests.of(old, old.key(), ID, bed.clock.instant(), JSON);

        assertThat(KeyRings.of(bed.stored(8)).keys()).hasSize(1);
        assertThat(process.requests.of(old, old.key(), ID, bed.clock.instant(), JSON).headers())
                .isEqualTo(first.headers());
    }

    @Test
    void whileTheVaultIsAwayAndTheKeyUnknownNothingIsSignedOrUnsigned() {
        bed.clock.advance(Duration.ofHours(1));
        bed.wrapping.setAway(true);

        assertThatThrownBy(() -> request(process))
                .isInstanceOf(Unavailable.class)
                .hasMessage("The vault is away");
        bed.wrapping.setAway(false);
        bed.clock.advance(Duration.ofSeconds(30));
        assertThat(signatures(request(process))).containsExactly(expected(shown()));
    }

    @Test
    void anUnwrappedKeySignsWhileTheVaultIsAway() {
        request(process);
        bed.wrapping.setAway(true);
        bed.clock.advance(Duration.ofMinutes(59));

        assertThat(signatures(request(process))).hasSize(1);
    }

    @Test
    void anotherSubscriptionsKeyInItsPlaceSignsNothing() {
        Subscription thief = bed.keyless(8);
        bed.subscriptions.put(thief.served(bed.stored(7).serving()));

        assertThatThrownBy(
                        () ->
                                process.requests.of(
                                        thief, thief.key(), ID, bed.clock.instant(), JSON))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("key|8|v1|");
    }
}
