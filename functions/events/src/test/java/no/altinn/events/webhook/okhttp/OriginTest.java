package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class OriginTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final Origin origin = new Origin();
    private boolean isHeld = true;
    private long now;

    @Test
    void aReceiverIsTriedOnlyWhenItIsCalledAgainSoon() {
        assertThat(after(Duration.ZERO)).isEqualTo(Manner.ONCE);
        assertThat(after(KeptConnection.MOST_IDLE)).isEqualTo(Manner.ONCE);
        assertThat(after(SOON)).isEqualTo(Manner.TRIAL);
    }

    @Test
    void oneCallIsTriedAtATime() {
        call();
        assertThat(after(SOON)).isEqualTo(Manner.TRIAL);
        assertThat(after(SOON)).isEqualTo(Manner.ONCE);
        origin.triesAgain();
        assertThat(after(SOON)).isEqualTo(Manner.TRIAL);
        leaves();
        assertThat(after(SOON)).isEqualTo(Manner.ONCE);
    }

    @Test
    void connectionsAreKeptForTenMinutesOnceAnIdleOneWasHeld() {
        call();
        after(SOON);
        leaves();
        assertThat(after(Origin.HOLD.minus(SOON))).isEqualTo(Manner.ONCE);
        assertThat(after(SOON)).isEqualTo(Manner.KEPT);
        assertThat(after(Origin.BELIEF.minus(SOON))).isEqualTo(Manner.KEPT);
        assertThat(after(SOON)).isEqualTo(Manner.TRIAL);
    }

    @Test
    void aReceiverThatDidNotHoldItIsTriedAgainAfterTenMinutes() {
        call();
        after(SOON);
        leaves();
        isHeld = false;
        assertThat(after(Origin.HOLD)).isEqualTo(Manner.ONCE);
        assertThat(after(Origin.BELIEF.minus(SOON))).isEqualTo(Manner.ONCE);
        call();
        assertThat(after(SOON)).isEqualTo(Manner.TRIAL);
    }

    @Test
    void aTrialAtWhichNothingLookedInTimeIsVoid() {
        call();
        after(SOON);
        leaves();
        assertThat(after(Origin.VOID)).isEqualTo(Manner.ONCE);
        assertThat(after(SOON)).isEqualTo(Manner.TRIAL);
    }

    @Test
    void aReceiverThatBrokeAKeptConnectionHoldsNoneForTenMinutes() {
        call();
        after(SOON);
        leaves();
        assertThat(after(Origin.HOLD)).isEqualTo(Manner.KEPT);
        origin.holdsNot(now);
        assertThat(after(SOON)).isEqualTo(Manner.ONCE);
        assertThat(after(Origin.BELIEF.minus(SOON.multipliedBy(2)))).isEqualTo(Manner.ONCE);
    }

    private void call() {
        origin.next(now);
    }

    private Manner after(Duration time) {
        now += time.toNanos();
        return origin.next(now);
    }

    private void leaves() {
        origin.leaves(() -> isHeld, now);
    }
}
