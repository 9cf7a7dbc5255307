package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;

class AttemptBoundsTest {
    /** Event Grid waits for this long until it takes an attempt for failed. */
    private static final Duration BUS_WAITS = Duration.ofSeconds(30);

    @Test
    void aMessageThatFailedComesBackWhenItsClaimIsOver() throws IOException {
        String hidden =
                Json.parse(Files.readString(Path.of("../../host.json")))
                        .at("/extensions/queues/visibilityTimeout")
                        .textValue();

        assertThat(Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(hidden)))
                .isGreaterThan(AttemptBounds.later().claim())
                .isGreaterThan(AttemptBounds.first().claim());
    }

    @Test
    void noAttemptIsHeldForLongerThanStoresAreTold() {
        assertThat(AttemptBounds.first().claim())
                .isLessThanOrEqualTo(DeliveryLifecycle.LONGEST_HOLD);
        assertThat(AttemptBounds.later().claim())
                .isLessThanOrEqualTo(DeliveryLifecycle.LONGEST_HOLD);
    }

    @Test
    void aFirstAttemptIsOverBeforeTheBusSendsItsNoticeAgain() {
        assertThat(AttemptBounds.first().timeout()).isLessThan(BUS_WAITS);
    }
}
