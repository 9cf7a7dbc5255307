package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.subscription.Breaker;
import no.altinn.events.webhook.WebhookReply;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** An endpoint that says when it wants to be called again is obeyed. */
class RetryAfterRuleTest {
    private static final Instant NOW = ServedSubscription.NOW;

    private final ServedSubscription one = new ServedSubscription();

    private DeliveryKey askedToWait(int status, String retryAfter) {
        one.answer(WebhookReply.answered(status).withRetryAfter(retryAfter));
        return one.relay();
    }

    @Test
    void theNextAttemptIsThenAndTheBreakerIsOpenUntilThen() {
        DeliveryKey key = askedToWait(429, "120");

        assertThat(one.state(key)).isEqualTo(new DeliveryState.Due(2, NOW.plusSeconds(120)));
        assertThat(one.served().breaker()).isEqualTo(new Breaker.Open(NOW.plusSeconds(120), 1));
    }

    @Test
    void itCountsAsAnAttempt() {
        assertThat(one.delivery(askedToWait(503, "120")).attempts()).hasSize(1);
    }

    @Test
    void theScheduleCountsIfItIsLater() {
        DeliveryKey key = askedToWait(503, "3");

        assertThat(one.state(key)).isEqualTo(new DeliveryState.Due(2, NOW.plusSeconds(10)));
        assertThat(one.served().breaker()).isEqualTo(new Breaker.Open(NOW.plusSeconds(3), 1));
    }

    @Test
    void noAttemptWaitsForMoreThanTwelveHoursAndTheBreakerForMoreThanOne() {
        DeliveryKey key = askedToWait(503, "99999999999999999999");

        assertThat(one.state(key))
                .isEqualTo(new DeliveryState.Due(2, NOW.plus(Duration.ofHours(12))));
        assertThat(one.served().breaker())
                .isEqualTo(new Breaker.Open(NOW.plus(Duration.ofHours(1)), 1));
    }

    @Test
    void whatSaysNothingChangesNothing() {
        DeliveryKey key = askedToWait(503, "0");

        assertThat(one.state(key)).isEqualTo(new DeliveryState.Due(2, NOW.plusSeconds(10)));
        assertThat(one.served().breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void anotherStatusChangesNothing() {
        assertThat(one.state(askedToWait(500, "120")))
                .isEqualTo(new DeliveryState.Due(2, NOW.plusSeconds(10)));
        assertThat(one.served().breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void aLaterWishMakesItLonger() {
        DeliveryKey first = askedToWait(503, "60");
        one.loseMessages();
        one.serve(one.served().with(Breaker.CLOSED));
        askedToWait(503, "600");
        one.serve(one.served().with(new Breaker.Open(NOW.plusSeconds(60), 2)));
        one.deliveries.move(first, one.state(first), new DeliveryState.Due(2, NOW, Trigger.PROBE));

        one.deliver.attempt(new DeliveryNotice(first, 2));

        assertThat(one.served().breaker()).isEqualTo(new Breaker.Open(NOW.plusSeconds(600), 2));
    }

    @Test
    void atTheTimeThatItAskedForItIsCalledAgain() {
        askedToWait(429, "120");
        one.relay(3);
        one.answer(200);

        one.pass(Duration.ofMinutes(4));

        assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(4);
        assertThat(one.calls.get(1)).isBetween(NOW.plusSeconds(114), NOW.plusSeconds(126));
    }

    @Test
    void aTrialThatIsAskedToWaitWaitsForTheLonger() {
        askedToWait(429, "20");
        one.relay();
        one.answer(WebhookReply.answered(503).withRetryAfter("600"));

        one.pass(Duration.ofSeconds(20));

        Breaker.Open open = (Breaker.Open) one.served().breaker();
        assertThat(open.opens()).isEqualTo(2);
        assertThat(open.until()).isEqualTo(one.calls.get(1).plusSeconds(600));
    }
}
