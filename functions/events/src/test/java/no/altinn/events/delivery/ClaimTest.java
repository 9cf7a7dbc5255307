package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.places.CallKind;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;

/** How the times of an attempt fit together. */
class ClaimTest {
    /** Event Grid waits for this long until it takes an attempt for failed. */
    private static final Duration BUS_WAITS = Duration.ofSeconds(30);

    /** The longest wait in line. */
    private static final Duration IN_LINE = Duration.ofSeconds(6);

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void aMessageThatFailedComesBackWhenItsClaimIsOver(CallKind kind) throws IOException {
        String hidden =
                Json.parse(Files.readString(Path.of("../../host.json")))
                        .at("/extensions/queues/visibilityTimeout")
                        .textValue();

        assertThat(Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(hidden)))
                .isGreaterThan(PushEvent.claimOf(kind).plus(IN_LINE));
    }

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void noAttemptIsHeldForLongerThanStoresAreTold(CallKind kind) {
        assertThat(PushEvent.claimOf(kind)).isLessThanOrEqualTo(DeliveryLifecycle.LONGEST_HOLD);
    }

    @Test
    void aFirstAttemptIsOverBeforeTheBusSendsItsNoticeAgain() {
        assertThat(CallKind.FIRST.timeout().plus(IN_LINE)).isLessThan(BUS_WAITS);
    }
}
