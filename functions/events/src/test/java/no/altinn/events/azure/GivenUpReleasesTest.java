package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.events.subscription.SubscriptionKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of the messages that the queue of probes and releases has given up. */
class GivenUpReleasesTest {
    private static final SubscriptionKey SUBSCRIPTION = new SubscriptionKey(7, "urn:r", "");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private AppOverAzure app;

    @BeforeEach
    void start() throws IOException {
        app = new AppOverAzure(cosmos);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private void giveUp(Retry retry) {
        app.functions(TriggerFunctions.class).rescueRelease(RetryMessage.of(retry).json());
    }

    @Test
    void aReleaseIsScheduledAgainWithAllThatItDiscards() {
        Optional<Instant> discardUntil = Optional.of(Instant.parse("2026-01-01T12:00:00Z"));

        giveUp(new Retry.OfRelease(SUBSCRIPTION, Retry.OfRelease.Look.NOW, discardUntil));

        assertThat(app.queues().puts())
                .singleElement()
                .satisfies(
                        put -> {
                            assertThat(put.retry())
                                    .isEqualTo(
                                            new Retry.OfRelease(
                                                    SUBSCRIPTION,
                                                    Retry.OfRelease.Look.SOON,
                                                    discardUntil));
                            assertThat(put.visibility()).isEqualTo(Duration.ofMinutes(1));
                        });
    }

    @Test
    void aProbeIsLeftToTheSweep() {
        giveUp(new Retry.OfProbe(SUBSCRIPTION));

        assertThat(app.queues().puts()).isEmpty();
    }
}
