package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The setting that says when a push that failed is tried again. */
final class RetryScheduleTest {
    /** Without the setting the third attempt follows 40 s after the first, give or take 4 s. */
    private static final Duration SHORTER = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void aPushThatFailedIsTriedAgainAsTheSettingSays() {
        Map<String, String> settings = Map.of("Events__RetrySchedule", "PT1S,PT1S,PT1S");
        try (Platform platform = Platform.start(folder, settings)) {
            String resource = Platform.resource();
            Inbox inbox = platform.inbox();
            new Subscriber(platform, platform.tokens().ttd())
                    .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
            inbox.failing(503, 2);
            EventText event = EventText.on(resource);

            platform.publish(event);

            await().atMost(SHORTER)
                    .untilAsserted(
                            () ->
                                    assertThat(inbox.pushed())
                                            .isEqualTo(
                                                    List.of(
                                                            event.json(),
                                                            event.json(),
                                                            event.json())));
        }
    }
}
