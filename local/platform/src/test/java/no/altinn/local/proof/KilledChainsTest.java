package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.local.identity.KeptKeys;
import no.altinn.local.proof.Publisher.Acknowledged;
import no.altinn.local.store.SqliteStores;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Timeout(240)
final class KilledChainsTest {
    private static final int EVENTS = 1_000;
    private static final Map<String, String> THREE_ATTEMPTS =
            Map.of("Events__RetrySchedule", "PT1S,PT1S");
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    @TempDir private Path data;

    @BeforeEach
    void keepKeys() {
        KeptKeys.putInto(data, Clock.systemUTC());
    }

    @Test
    @Tag("proof")
    void everyDeliveryToAnEndPointThatFailsAtOnceHasAllItsAttemptsThoughTheProcessIsKilled()
            throws Exception {
        Publisher publisher = new Publisher("p");
        int subscription;
        try (Receiver receiver = new Receiver()) {
            receiver.onDelivery(before -> 503);
            try (PlatformProcess first = start()) {
                PlatformClient client = new PlatformClient(first.ready());
                subscription = client.subscribe(receiver.endPoint());
                await().until(() -> client.isValidated(subscription));
                publisher.publish(client, EVENTS);
                // In the middle: some deliveries have all their attempts, others a part.
                await().atMost(RECOVERY)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> receiver.received().size() >= 3 * EVENTS / 2);
                first.kill();
            }
            try (PlatformProcess second = start()) {
                second.ready();
                await().atMost(RECOVERY).until(() -> hasHadAll(receiver.received()));
                second.terminate();
            }
        }

        List<Delivery> dead = dead(subscription);
        assertThat(dead)
                .extracting(Delivery::eventId)
                .containsExactlyInAnyOrderElementsOf(
                        publisher.acknowledged().stream().map(Acknowledged::id).toList());
        assertThat(dead)
                .allSatisfy(
                        delivery ->
                                assertThat(delivery.attempts())
                                        .extracting(Attempt::number)
                                        .contains(1, 2, 3));
    }

    private PlatformProcess start() {
        return PlatformProcess.start(
                THREE_ATTEMPTS, "--quiet", "--port", "0", "--data", data.toString());
    }

    /** Whether each event has come three times; an event of a killed attempt comes once more. */
    private static boolean hasHadAll(List<String> received) {
        Map<String, Long> times =
                received.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return times.size() == EVENTS && times.values().stream().allMatch(count -> count >= 3);
    }

    private List<Delivery> dead(int subscription) {
        try (SqliteStores stores = SqliteStores.open(data, Clock.systemUTC())) {
            return stores.deliveries()
                    .search(DeliverySearch.newest(subscription, DeliveryStatus.DEAD), EVENTS);
        }
    }
}
