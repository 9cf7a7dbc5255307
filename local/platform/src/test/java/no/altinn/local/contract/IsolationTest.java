package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Endpoints that answer beside endpoints that do not. The ones that hang end before the platform,
 * which waits for its calls.
 */
@Isolated("Other platforms of the process would write into the log that is read here.")
final class IsolationTest {
    private static final String TTD = "/org/ttd";
    private static final String SKD = "/org/skd";
    private static final String OF_SKD = "urn:altinn:resource:skd-of-others";

    private final AttemptLines attempts = new AttemptLines();
    private final Receiver healthy = Receiver.taking();
    private final Receiver fresh = Receiver.taking();
    private final Receiver hanging = Receiver.holding();
    private final Receiver failing = Receiver.failing(503);
    private final UnrulyReceiver dripping = UnrulyReceiver.dripping();
    private final UnrulyReceiver resetting = UnrulyReceiver.resetting();
    private final String resource = Platform.resource();

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        attempts.close();
        healthy.close();
        fresh.close();
        hanging.close();
        failing.close();
        dripping.close();
        resetting.close();
    }

    @Test
    @Tag("proof")
    void aHangingAndARefusingEndPointOfTheSameConsumerPutOffNothingOfTheOthers() {
        List<Integer> ofHealthy;
        try (StoredSubscriptions stored = new StoredSubscriptions(folder)) {
            stored.add(hanging.endPoint(), TTD, resource);
            stored.add(StoredSubscriptions.refusing(), TTD, resource);
            ofHealthy = stored.add(10, healthy.endPoint(), TTD, resource);
        }

        try (Platform platform = Platform.start(folder, Map.of());
                hanging) {
            int events = 60;
            for (int i = 0; i < events; i++) {
                platform.publish(EventText.on(resource));
            }

            assertFirstAttempts(events, ofHealthy);
        }
    }

    @Test
    @Tag("proof")
    void sixteenHangingEndPointsOfAnotherConsumerPutOffNothing() {
        List<Integer> ofHealthy;
        try (StoredSubscriptions stored = new StoredSubscriptions(folder)) {
            stored.add(16, hanging.endPoint(), SKD, OF_SKD);
            ofHealthy = stored.add(44, healthy.endPoint(), TTD, resource);
        }

        try (Platform platform = Platform.start(folder, Map.of());
                hanging) {
            int events = 20;
            publish(platform, events);

            assertFirstAttempts(events, ofHealthy);
            assertThat(hanging.received()).as("calls that hang").hasSizeGreaterThanOrEqualTo(16);
        }
    }

    @Test
    @Tag("proof")
    void endPointsThatHangDripResetAndFailPutOffNothingOfAnotherConsumer() {
        int ofEach = 5;
        List<Integer> ofHealthy;
        try (StoredSubscriptions stored = new StoredSubscriptions(folder)) {
            stored.add(ofEach, hanging.endPoint(), SKD, OF_SKD);
            stored.add(ofEach, dripping.endPoint(), SKD, OF_SKD);
            stored.add(ofEach, resetting.endPoint(), SKD, OF_SKD);
            stored.add(ofEach, failing.endPoint(), SKD, OF_SKD);
            stored.add(ofEach, StoredSubscriptions.refusing(), SKD, OF_SKD);
            ofHealthy = stored.add(30, healthy.endPoint(), TTD, resource);
        }

        try (Platform platform = Platform.start(folder, Map.of());
                hanging;
                dripping) {
            int events = 20;
            publish(platform, events);

            assertFirstAttempts(events, ofHealthy);
            assertThat(hanging.received()).hasSizeGreaterThanOrEqualTo(ofEach);
            assertThat(dripping.open()).isGreaterThanOrEqualTo(ofEach);
            assertThat(resetting.connections()).isGreaterThanOrEqualTo(ofEach);
            assertThat(failing.received()).hasSizeGreaterThanOrEqualTo(ofEach);
        }
    }

    /** Each event goes to all of a thousand endpoints of which none takes any. */
    @Test
    @Tag("proof")
    void aThousandEndPointsThatHangDripResetAndRefusePutOffNothingOfAnotherConsumer() {
        String refusing = StoredSubscriptions.refusing();
        String other = Platform.resource();
        List<Integer> ofHealthy;
        List<Integer> ofNew;
        try (StoredSubscriptions stored = new StoredSubscriptions(folder)) {
            for (int i = 0; i < 250; i++) {
                stored.add(hanging.endPoint() + "/" + i, SKD, OF_SKD);
                stored.add(dripping.endPoint() + "/" + i, SKD, OF_SKD);
                stored.add(resetting.endPoint() + "/" + i, SKD, OF_SKD);
                stored.add(refusing + "/" + i, SKD, OF_SKD);
            }
            ofHealthy = stored.add(1, healthy.endPoint(), TTD, resource);
            ofNew = stored.add(1, fresh.endPoint(), TTD, other);
        }

        try (Platform platform = Platform.start(folder, Map.of());
                hanging;
                dripping) {
            platform.publish(EventText.on(resource));
            assertFirstAttempts(1, ofHealthy);
            publishOfSkd(platform);
            await().until(
                            () ->
                                    hanging.received().size() >= 30
                                            && dripping.open() >= 30
                                            && resetting.connections() >= 30);
            int events = 50;
            publish(platform, 1);
            for (int i = 2; i < events; i++) {
                platform.publish(EventText.on(resource));
                platform.publish(EventText.on(other));
            }

            assertFirstAttempts(events, ofHealthy);
            // It was never called before, like the thousand.
            assertFirstAttempts(events - 2, ofNew, fresh);
            assertThat(dripping.open()).as("calls that last").isGreaterThanOrEqualTo(30);
        }
    }

    private void publish(Platform platform, int times) {
        for (int i = 0; i < times; i++) {
            publishOfSkd(platform);
            platform.publish(EventText.on(resource));
        }
    }

    private static void publishOfSkd(Platform platform) {
        assertThat(
                        platform.publishing(EventText.on(OF_SKD).json())
                                .bearer(platform.tokens().skd())
                                .send()
                                .status())
                .isEqualTo(200);
    }

    /** Each event has come to each healthy endpoint by a first attempt, and none was put off. */
    private void assertFirstAttempts(int events, List<Integer> ofHealthy) {
        assertFirstAttempts(events, ofHealthy, healthy);
    }

    private void assertFirstAttempts(int events, List<Integer> ofHealthy, Receiver receiver) {
        int pushes = events * ofHealthy.size();
        await().untilAsserted(
                        () ->
                                assertThat(attempts.numbersFor(ofHealthy))
                                        .hasSize(pushes)
                                        .containsOnly(1));
        assertThat(receiver.received()).hasSize(pushes);
        assertThat(attempts.postponed()).doesNotContainAnyElementsOf(ofHealthy);
    }
}
