package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.subscription.EndPointEvents;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class TestDeliveryTest {
    private static final Subscription SUBSCRIPTION =
            SampleSubscription.of(7, SampleSubscription.filters().build());

    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final List<String> made = new ArrayList<>();
    private final List<WebhookRequest> posted = new ArrayList<>();
    private final TestLimits limits = new TestLimits(clock);
    private WebhookReply reply = WebhookReply.answered(202);
    private final TestDelivery test =
            new TestDelivery(
                    (request, timeout) -> {
                        posted.add(request);
                        assertThat(timeout).isEqualTo(Duration.ofSeconds(20));
                        clock.advance(Duration.ofMillis(5));
                        return reply;
                    },
                    new EndPointEvents(
                            new SubscriptionAddress(URI.create("https://platform.example/")),
                            UUID::randomUUID),
                    (subscription, key, id, start, json) -> {
                        made.add(id + " " + start);
                        return PlainRequests.UNSIGNED.of(subscription, key, id, start, json);
                    },
                    limits,
                    clock);

    @Test
    void theEndpointGetsATestEventOfTheSubscription() {
        Attempt attempt = test.post(SUBSCRIPTION);

        assertThat(attempt.status()).isEqualTo(202);
        assertThat(attempt.duration()).isEqualTo(Duration.ofMillis(5));
        JsonNode event = Json.parse(posted.get(0).body());
        assertThat(event.path("type").asText()).isEqualTo("platform.events.testsubscription");
        assertThat(event.path("source").asText())
                .isEqualTo("https://platform.example/events/api/v1/subscriptions/7");
        assertThat(made)
                .containsExactly("test_" + event.path("id").asText() + " 2026-01-01T12:00:00Z");
        assertThat(posted.get(0).endPoint()).isEqualTo(SUBSCRIPTION.addressee().endPoint());
    }

    @Test
    void aSubscriptionWithoutAnEndpointIsNotTested() {
        assertThatExceptionOfType(WrongDeliveryMode.class)
                .isThrownBy(() -> test.post(SampleSubscription.pulled(7)))
                .withMessage("A pull subscription has no endpoint.");
        assertThat(posted).isEmpty();
    }

    @Test
    void aFailureIsToldAsItWas() {
        reply = WebhookReply.failed(ErrorKind.TLS, "no certificate");

        Attempt attempt = test.post(SUBSCRIPTION);

        assertThat(attempt.errorKind()).contains(ErrorKind.TLS);
        assertThat(attempt.reason()).isEqualTo("no certificate");
    }

    @Test
    void aPausedSubscriptionIsTestedAndAStoppedOneIsNot() {
        test.post(
                SUBSCRIPTION.served(
                        SUBSCRIPTION
                                .serving()
                                .with(new Standing.Paused(PauseReason.OWNER, clock.instant()))));

        assertThatExceptionOfType(TestRefused.class)
                .isThrownBy(
                        () ->
                                test.post(
                                        SUBSCRIPTION.served(
                                                SUBSCRIPTION
                                                        .serving()
                                                        .with(
                                                                new Standing.Stopped(
                                                                        clock.instant())))))
                .withMessage("The subscription is stopped.");
        assertThat(posted).hasSize(1);
    }

    @Test
    void aSubscriptionIsTestedSixTimesAMinute() {
        for (int i = 0; i < 6; i++) {
            test.post(SUBSCRIPTION);
        }

        assertThatExceptionOfType(TestRefused.class)
                .isThrownBy(() -> test.post(SUBSCRIPTION))
                .satisfies(
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(TestRefused.Reason.TOO_OFTEN);
                            assertThat(refused.waitFor())
                                    .isBetween(Duration.ofSeconds(59), Duration.ofMinutes(1));
                        });
        test.post(SampleSubscription.of(8, SampleSubscription.filters().build()));
        clock.advance(Duration.ofMinutes(1));
        test.post(SUBSCRIPTION);

        assertThat(posted).hasSize(8);
    }

    @Test
    void eightEndpointsAreTestedAtOnce() {
        List<TestLimits.Place> places = new ArrayList<>();
        for (int id = 100; id < 108; id++) {
            places.add(limits.enter(id));
        }

        assertThatExceptionOfType(TestRefused.class)
                .isThrownBy(() -> test.post(SUBSCRIPTION))
                .satisfies(
                        refused -> assertThat(refused.reason()).isEqualTo(TestRefused.Reason.BUSY));
        places.get(0).close();
        test.post(SUBSCRIPTION);

        assertThat(posted).hasSize(1);
    }

    @Test
    void aTestThatIsRefusedTakesNoPlace() {
        for (int i = 0; i < 6; i++) {
            test.post(SUBSCRIPTION);
        }
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(TestRefused.class).isThrownBy(() -> test.post(SUBSCRIPTION));
        }

        test.post(SampleSubscription.of(8, SampleSubscription.filters().build()));

        assertThat(posted).hasSize(7);
    }
}
