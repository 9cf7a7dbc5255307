package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.local.store.SqliteStores;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Endpoints that answer beside endpoints that do not. */
final class IsolationTest {
    private static final Duration BEFORE_CALLS_THAT_HANG_END = Duration.ofSeconds(15);
    private static final Pattern POSTPONED = Pattern.compile("postponed subscription=(\\d+) .*");

    private final Logger attempts = Logger.getLogger(DeliverEvent.class.getName());
    private final Level level = attempts.getLevel();
    private final Postponed postponed = new Postponed();
    private final Receiver healthy = Receiver.taking();
    private final Receiver hanging = Receiver.holding();
    private final String resource = Platform.resource();

    @TempDir private Path folder;

    @BeforeEach
    void listen() {
        attempts.setLevel(Level.FINE);
        attempts.addHandler(postponed);
    }

    @AfterEach
    void stop() {
        attempts.removeHandler(postponed);
        attempts.setLevel(level);
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
            assertThat(postponed.subscriptions).doesNotContainAnyElementsOf(ofHealthy);
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
            assertThat(postponed.subscriptions).doesNotContainAnyElementsOf(ofHealthy);
            assertThat(hanging.received()).as("calls that hang").hasSizeGreaterThanOrEqualTo(16);
        }
    }

    private void awaitReceived(int pushes) {
        await().atMost(BEFORE_CALLS_THAT_HANG_END)
                .untilAsserted(() -> assertThat(healthy.received()).hasSize(pushes));
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
    private static final class Postponed extends Handler {
        private final Set<Integer> subscriptions = ConcurrentHashMap.newKeySet();

        @Override
        public void publish(LogRecord line) {
            Matcher matcher = POSTPONED.matcher(line.getMessage());
            if (matcher.matches()) {
                subscriptions.add(Integer.valueOf(matcher.group(1)));
            }
        }

        @Override
        public void flush() {
            // It keeps no lines.
        }

        @Override
        public void close() {
            // It has nothing open.
        }
    }
}
