package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The setting that says when a push that failed is tried again. */
@Isolated("Other platforms of the process would write into the log that is read here.")
final class RetryScheduleTest {
    /** A second and a tenth. Without the setting the first wait is 9 s at least. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1_100);

    @TempDir private Path folder;

    @Test
    @Tag("proof")
    void aPushThatFailedIsTriedAgainAsTheSettingSays() {
        Map<String, String> settings = Map.of("Events__RetrySchedule", "PT1S,PT1S,PT1S");
        try (CapturedLog log = CapturedLog.of(DeliverEvent.class);
                Platform platform = Platform.start(folder, settings)) {
            String resource = Platform.resource();
            Inbox inbox = platform.inbox();
            new Subscriber(platform, platform.tokens().ttd())
                    .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
            inbox.failing(503, 2);
            EventText event = EventText.on(resource);

            platform.publish(event);

            for (int failed = 1; failed <= 2; failed++) {
                int lines = failed;
                await().until(() -> next(log, event).size() >= lines);
                assertThat(next(log, event).get(failed - 1))
                        .isBeforeOrEqualTo(Instant.now().plus(LONGEST_WAIT));
            }
            await().untilAsserted(
                            () ->
                                    assertThat(inbox.pushed())
                                            .isEqualTo(Collections.nCopies(3, event.json())));
        }
    }

    /** When each failed attempt is followed by another, as its line tells. */
    private static List<Instant> next(CapturedLog log, EventText event) {
        Pattern failed = Pattern.compile("attempt event=" + event.id() + " .* next=(\\S+Z)");
        return log.lines().stream()
                .map(failed::matcher)
                .filter(Matcher::matches)
                .map(line -> Instant.parse(line.group(1)))
                .toList();
    }
}
