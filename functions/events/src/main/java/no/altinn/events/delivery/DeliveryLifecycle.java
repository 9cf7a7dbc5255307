package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.webhook.RetryAfter;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.time.RetrySchedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Moves deliveries from state to state and schedules their next attempts. The document always moves
 * before the message is sent: the document is the truth, and the sweep finds a delivery whose
 * message was lost. Thread-safe.
 */
public final class DeliveryLifecycle {
    /**
     * The longest time for which a process claims an attempt or postpones it. A process that has
     * ended holds nothing, so a store that knows of its end can make the attempts due again.
     */
    public static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    /** The longest wait that an endpoint can ask for: as long as the schedule's longest. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(12);

    /** How long before it is due an attempt may be made, as the clocks of machines differ. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    /** While a delivery is younger than this, the sweep has not found it. */
    private static final Duration PROMPT = Duration.ofMinutes(1);

    private final DeliveryStore deliveries;
    private final RetryQueue queue;
    private final RetrySchedule schedule;
    private final RandomGenerator random;
    private final Clock clock;

    /** The life of the store's deliveries, whose failed attempts are repeated by the schedule. */
    public DeliveryLifecycle(
            DeliveryStore deliveries,
            RetryQueue queue,
            RetrySchedule schedule,
            RandomGenerator random,
            Clock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.schedule = schedule;
        this.random = random;
        this.clock = clock;
    }

    /** The notice's delivery, if the attempt that the notice names is due. */
    Optional<Delivery> due(DeliveryNotice notice) {
        return deliveries
                .announced(notice)
                .filter(delivery -> waitsFor(delivery, notice.attempt()));
    }

    /** The same for a notice that has waited: the delivery may have changed since. */
    Optional<Delivery> dueLater(DeliveryNotice notice) {
        return deliveries
                .find(notice.key())
                .filter(delivery -> waitsFor(delivery, notice.attempt()));
    }

    private boolean waitsFor(Delivery delivery, int attempt) {
        return delivery.state() instanceof Due due
                && due.attempt() == attempt
                && due.at().isBefore(clock.instant().plus(EARLY));
    }

    /**
     * Claims the attempt, so that a second notice of the same attempt is void. The sweep sends a
     * second notice when the queue is slow.
     *
     * <p>A prompt first attempt is not claimed. Such a delivery is young and has not moved since it
     * was created, so no second notice of it was sent, and a claim would cost as much as everything
     * else about it. If the bus takes a notice and reports a failure, such an attempt may be made
     * twice. The same goes for an attempt that was released: the sweep makes another of it.
     *
     * @param time for how long it is claimed
     * @return the delivery as it is now, if the attempt is the caller's to make
     */
    Optional<Delivery> claim(Delivery delivery, int attempt, Duration time) {
        Instant now = clock.instant();
        if (isPrompt(delivery, now)) {
            return Optional.of(delivery);
        }
        if (!(delivery.state() instanceof Due due)) {
            return Optional.empty();
        }
        Due claimed = due.at(now.plus(time));
        return deliveries.move(delivery.key(), due, claimed)
                ? Optional.of(delivery.in(claimed))
                : Optional.empty();
    }

    private static boolean isPrompt(Delivery delivery, Instant now) {
        boolean isNew = delivery.state().equals(new Due(1, delivery.created()));
        boolean isReleased =
                delivery.state() instanceof Due due && due.trigger() == Trigger.RELEASE;
        return (isNew || isReleased) && now.isBefore(delivery.state().at().plus(PROMPT));
    }

    /**
     * Puts the attempt off, by up to a quarter less than asked for, so that what is put off
     * together does not come back together. The document moves, so that the sweep does not take the
     * delivery for forgotten.
     *
     * @param longest 1 ms or more; more than {@link #LONGEST_HOLD} counts as that
     */
    void postpone(Delivery delivery, int attempt, Duration longest) {
        long most = Math.min(longest.toMillis(), LONGEST_HOLD.toMillis());
        Duration wait = Duration.ofMillis(random.nextLong(most - most / 4, most + 1));
        if (delivery.state() instanceof Due due
                && deliveries.move(delivery.key(), due, due.at(clock.instant().plus(wait)))) {
            schedule(delivery, attempt, wait);
        }
    }

    /** Leaves the event for the consumer to fetch, of a subscription that has no endpoint. */
    void leave(Delivery delivery, int attempt) {
        deliveries.move(
                delivery.key(),
                delivery.state(),
                new DeliveryState.Ready(attempt, clock.instant()));
    }

    /** Ends a delivery that is not to be made any more; empty when it has moved on. */
    Optional<Cancelled> cancel(Delivery delivery, CancelReason reason) {
        Cancelled cancelled = new Cancelled(clock.instant(), reason);
        return deliveries.move(delivery.key(), delivery.state(), cancelled)
                ? Optional.of(cancelled)
                : Optional.empty();
    }

    /** Keeps an attempt that the endpoint took. */
    void succeed(Delivery delivery, Attempt attempt) {
        deliveries.record(delivery.key(), attempt, new Delivered(clock.instant()));
    }

    /**
     * Keeps an attempt that failed, and schedules the one that follows. It is due when the schedule
     * has it, or later if the endpoint asks for that.
     *
     * @return where the delivery is now: due again, or dead if this was its last attempt; empty
     *     when it had moved on
     */
    Optional<DeliveryState> fail(Delivery delivery, Attempt attempt, WebhookReply reply) {
        Instant now = clock.instant();
        int following = attempt.number() + 1;
        Optional<Duration> wait =
                schedule.after(delivery.round().attempt(attempt.number()), random)
                        .map(it -> longer(it, asked(reply, now)));
        DeliveryState next =
                wait.<DeliveryState>map(it -> new Due(following, now.plus(it)))
                        .orElseGet(() -> new Dead(now));
        if (!deliveries.record(delivery.key(), attempt, next)) {
            return Optional.empty();
        }
        wait.ifPresent(it -> schedule(delivery, following, it));
        return Optional.of(next);
    }

    private static Duration asked(WebhookReply reply, Instant now) {
        return RetryAfter.of(reply, now)
                .map(at -> Duration.between(now, at))
                .map(it -> it.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : it)
                .orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Keeps an attempt that failed, after which none is made, as the endpoint wants no events. */
    void stop(Delivery delivery, Attempt attempt) {
        deliveries.record(
                delivery.key(), attempt, new Cancelled(clock.instant(), CancelReason.STOPPED));
    }

    /** Has the attempt wait until its subscription takes events again. */
    void hold(Delivery delivery, int attempt) {
        deliveries.move(delivery.key(), delivery.state(), new Held(attempt, clock.instant()));
    }

    /** Has the attempt made when its turn comes, which is its own. */
    void place(Delivery delivery, int attempt, Instant turn) {
        if (delivery.state() instanceof Due due
                && deliveries.move(delivery.key(), due, due.at(turn))) {
            Duration delay = RetryQueue.delayUntil(turn, clock.instant());
            // What comes after a week is found by the sweep.
            if (delay.compareTo(RetryQueue.LONGEST_DELAY) <= 0) {
                DeliveryNotice notice = new DeliveryNotice(delivery.key(), attempt);
                queue.schedule(new Retry.OfDelivery(notice.placed()), delay);
            }
        }
    }

    private void schedule(Delivery delivery, int attempt, Duration wait) {
        queue.schedule(new Retry.OfDelivery(new DeliveryNotice(delivery.key(), attempt)), wait);
    }
}
