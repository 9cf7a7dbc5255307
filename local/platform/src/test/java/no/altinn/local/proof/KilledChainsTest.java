package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.local.identity.KeptKeys;
import no.altinn.local.proof.Publisher.Acknowledged;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

@Timeout(240)
final class KilledChainsTest {
    private static final int EVENTS = 1_000;
    private static final Map<String, String> THREE_ATTEMPTS =
            Map.of("Events__RetrySchedule", "PT1S,PT1S");
    private static final int MANY_FAILURES = 10;
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    @TempDir private Path data;

    @BeforeEach
    void keepKeys() {
        KeptKeys.putInto(data, Clock.systemUTC());
    }

    @Test
    @Tag("proof")
    void whatIsHeldForAnEndPointThatFailsComesWhenItIsWellAgainThoughTheProcessIsKilled()
            throws Exception {
        Publisher publisher = new Publisher("p");
        try (Receiver receiver = new Receiver()) {
            receiver.onDelivery(before -> 503);
            try (PlatformProcess first = start()) {
                PlatformClient client = new PlatformClient(first.ready());
                int subscription = client.subscribe(receiver.endPoint());
                await().until(() -> client.isValidated(subscription));
                publisher.publish(client, EVENTS);
                // In the middle: the endpoint is left alone, and some deliveries are held by then.
                await().atMost(RECOVERY)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> receiver.received().size() >= MANY_FAILURES);
                first.kill();
            }
            receiver.onDelivery(Receiver.Behaviour.WELL);
            try (PlatformProcess second = start()) {
                second.ready();
                await().atMost(RECOVERY)
                        .untilAsserted(
                                () ->
                                        assertThat(receiver.accepted())
                                                .containsAll(
                                                        publisher.acknowledged().stream()
                                                                .map(Acknowledged::id)
                                                                .toList()));
                second.terminate();
            }
        }
    }

    private PlatformProcess start() {
        return PlatformProcess.start(
                THREE_ATTEMPTS, "--quiet", "--port", "0", "--data", data.toString());
    }
}
