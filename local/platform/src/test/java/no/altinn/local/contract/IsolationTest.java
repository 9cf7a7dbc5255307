package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.local.store.SqliteStores;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Endpoints that answer beside endpoints that do not. */
final class IsolationTest {
    private static final Pattern POSTPONED = Pattern.compile("postponed subscription=(\\d+) .*");

    private final CapturedLog log = CapturedLog.debugging(DeliverEvent.class);
    private final Receiver healthy = Receiver.taking();
    private final Receiver hanging = Receiver.holding();
    private final String resource = Platform.resource();

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        log.close();
        healthy.close();
        hanging.close();
    }

    @Test
    void aHangingAndARefusingEndPointOfTheSameConsumerPutOffNothingOfTheOthers()
            throws IOException {
        List<Integer> ofHealthy = new ArrayList<>();
        try (SqliteStores stores = SqliteStores.open(folder, Clock.systemUTC())) {
            subscribe(stores, hanging.endPoint(), "/org/ttd", resource);
            subscribe(stores, refusing(), "/org/ttd", resource);
            for (int i = 0; i < 10; i++) {
                String endPoint = healthy.endPoint() + "/" + i;
                ofHealthy.add(subscribe(stores, endPoint, "/org/ttd", resource));
            }
        }

        try (Platform platform = Platform.start(folder, Map.of())) {
            int events = 60;
            for (int i = 0; i < events; i++) {
                platform.publish(EventText.on(resource));
            }

            awaitReceived(events * ofHealthy.size());
            assertThat(postponed()).doesNotContainAnyElementsOf(ofHealthy);
        }
    }

    @Test
    void sixteenHangingEndPointsOfAnotherConsumerPutOffNothing() {
        String other = "urn:altinn:resource:skd-of-others";
        List<Integer> ofHealthy = new ArrayList<>();
        try (SqliteStores stores = SqliteStores.open(folder, Clock.systemUTC())) {
            for (int i = 0; i < 16; i++) {
                subscribe(stores, hanging.endPoint() + "/" + i, "/org/skd", other);
            }
            for (int i = 0; i < 44; i++) {
                String endPoint = healthy.endPoint() + "/" + i;
                ofHealthy.add(subscribe(stores, endPoint, "/org/ttd", resource));
            }
        }

        try (Platform platform = Platform.start(folder, Map.of())) {
            int events = 20;
            for (int i = 0; i < events; i++) {
                assertThat(
                                platform.publishing(EventText.on(other).json())
                                        .bearer(platform.tokens().skd())
                                        .send()
                                        .status())
                        .isEqualTo(200);
                platform.publish(EventText.on(resource));
            }

            awaitReceived(events * ofHealthy.size());
            assertThat(postponed()).doesNotContainAnyElementsOf(ofHealthy);
            assertThat(hanging.received()).as("calls that hang").hasSizeGreaterThanOrEqualTo(16);
        }
    }

    private void awaitReceived(int pushes) {
        await().untilAsserted(() -> assertThat(healthy.received()).hasSize(pushes));
    }

    private static int subscribe(
            SqliteStores stores, String endPoint, String consumer, String resource) {
        int id =
                stores.subscriptions()
                        .add(
                                new NewSubscription(
                                        URI.create(endPoint),
                                        Filters.onResource(resource).build(),
                                        consumer),
                                Clock.systemUTC().instant())
                        .id();
        stores.subscriptions().setValidation(id, new Validated());
        return id;
    }

    private static String refusing() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:%d/in".formatted(closed.getLocalPort());
        }
    }

    /** The subscriptions of which an attempt was postponed, as the log tells. */
    private Set<Integer> postponed() {
        return log.lines().stream()
                .map(POSTPONED::matcher)
                .filter(Matcher::matches)
                .map(line -> Integer.valueOf(line.group(1)))
                .collect(Collectors.toSet());
    }
}
