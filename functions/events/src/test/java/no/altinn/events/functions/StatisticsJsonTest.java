package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.statistics.Hour;
import no.altinn.events.statistics.SubscriptionHealth.Report;
import no.altinn.events.statistics.Tally;
import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class StatisticsJsonTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:30:00Z");
    private static final Subscription ACTIVE =
            SampleSubscription.of(7, SampleSubscription.filters().build());

    private static String json(
            Subscription subscription, Optional<Duration> oldestDue, Tally tally) {
        return StatisticsJson.of(
                new Report(subscription, 2, 1, oldestDue, NOW, List.of(new Hour(NOW, tally))));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(Json.parse(json(ACTIVE, Optional.empty(), Tally.NONE)))
                .isEqualTo(
                        Json.parse(
                                """
                                {"state":"active","breaker":{"state":"closed"},"held":2,"dead":1,
                                 "asOf":"2026-01-01T12:30:00Z",
                                 "hours":[{"hour":"2026-01-01T12:00:00Z","attempts":0,
                                 "delivered":0,"failed":0,"dead":0}]}\
                                """));
    }

    @Test
    void aPausedSubscriptionWithAnOpenBreakerIsToldWithItsReasonAndTimes() {
        Serving serving =
                Serving.NEW
                        .with(new Standing.Paused(PauseReason.FAILING, NOW))
                        .with(new Breaker.Open(NOW.plusSeconds(30), 1));
        Tally tally =
                Tally.of(true, false, Duration.ofMillis(4))
                        .plus(Tally.of(false, true, Duration.ofMillis(40)))
                        .plus(Tally.of(true, false, Duration.ofMillis(4)));

        assertThat(
                        Json.parse(
                                json(
                                        ACTIVE.served(serving),
                                        Optional.of(Duration.ofSeconds(9)),
                                        tally)))
                .isEqualTo(
                        Json.parse(
                                """
                                {"state":"paused","reason":"failing",
                                 "since":"2026-01-01T12:30:00Z",
                                 "breaker":{"state":"open","until":"2026-01-01T12:30:30Z"},
                                 "held":2,"dead":1,"oldestDueSeconds":9,
                                 "asOf":"2026-01-01T12:30:00Z",
                                 "successRate":0.6667,"p50Ms":4,"p95Ms":46,
                                 "hours":[{"hour":"2026-01-01T12:00:00Z","attempts":3,
                                 "delivered":2,"failed":1,"dead":1,"p50Ms":4,"p95Ms":46}]}\
                                """));
    }
}
