package no.altinn.events.pull;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes receivers' word on what became of the events that they have locked. Every method takes 1 to
 * 100 tokens, of which equal ones count once; throws {@link WrongDeliveryMode} if the
 * subscription's events are pushed; and throws {@link Unavailable} if the store cannot answer,
 * after which the word may have counted for some of the tokens. Thread-safe.
 *
 * <p>Whether a lock has run out is judged by the time at which the word comes. So a word that came
 * in time counts though the lock runs out before the store has written it, unless another receiver
 * has the event by then.
 */
public final class SettleLocks {
    /**
     * How many times an event is handed out in a round. Without an end, a receiver that always
     * gives it back could make the delivery grow for ever.
     */
    static final int MOST_HAND_OUTS = 100;

    /** How many times a lock is looked at that others renew at the same time. */
    private static final int MOST_LOOKS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SettleLocks.class);

    private final DeliveryStore deliveries;
    private final SideBySide calls;
    private final Clock clock;

    /**
     * Settles the locks of a store's deliveries.
     *
     * @param calls how many of one receiver's locks are settled at once
     */
    public SettleLocks(DeliveryStore deliveries, SideBySide calls, Clock clock) {
        this.deliveries = deliveries;
        this.calls = calls;
        this.clock = clock;
    }

    /** What is done about a lock that is still there; whether it was. */
    private interface Word {
        boolean given(DeliveryKey delivery, Locked lock, Instant now);
    }

    /** The events have been taken: their deliveries end. */
    public SettledLocks acknowledge(Subscription subscription, List<String> tokens) {
        return settle(
                subscription,
                tokens,
                (key, lock, now) -> end(key, lock, LockEnd.ACKNOWLEDGED, new Delivered(now), now));
    }

    /**
     * The events are given back, for any receiver to get. An event that was handed out 100 times is
     * given up instead.
     *
     * @param delay how long no receiver gets them, zero and up
     */
    public SettledLocks release(Subscription subscription, List<String> tokens, Duration delay) {
        return settle(
                subscription,
                tokens,
                (key, lock, now) ->
                        end(key, lock, LockEnd.RELEASED, released(key, lock, now, delay), now));
    }

    private DeliveryState released(DeliveryKey key, Locked lock, Instant now, Duration delay) {
        boolean isLast =
                lock.attempt() >= MOST_HAND_OUTS
                        && deliveries
                                .find(key)
                                .map(Delivery::round)
                                .filter(round -> round.attempt(lock.attempt()) >= MOST_HAND_OUTS)
                                .isPresent();
        return isLast ? new Dead(now) : new Ready(lock.attempt() + 1, now.plus(delay));
    }

    /** The receiver cannot use the events: they are given up, and listed as dead. */
    public SettledLocks reject(Subscription subscription, List<String> tokens) {
        return settle(
                subscription,
                tokens,
                (key, lock, now) -> end(key, lock, LockEnd.REJECTED, new Dead(now), now));
    }

    /**
     * The receiver needs longer. The tokens stay the same.
     *
     * @param time how long, from now, no other receiver gets the events
     */
    public SettledLocks renew(Subscription subscription, List<String> tokens, Duration time) {
        return settle(
                subscription,
                tokens,
                (key, lock, now) ->
                        deliveries.move(
                                key,
                                lock,
                                new Locked(
                                        lock.attempt(),
                                        now.plus(time).truncatedTo(ChronoUnit.MILLIS),
                                        lock.token())));
    }

    private boolean end(
            DeliveryKey key, Locked lock, LockEnd end, DeliveryState next, Instant now) {
        boolean isEnded = deliveries.conclude(key, lock, end.attempt(lock, now), next);
        if (isEnded) {
            LOG.info(
                    "fetched subscription={} delivery={} attempt={} {} ms={}",
                    key.subscriptionId(),
                    key.id(),
                    lock.attempt(),
                    end,
                    end.attempt(lock, now).duration().toMillis());
        }
        return isEnded;
    }

    private SettledLocks settle(Subscription subscription, List<String> tokens, Word word) {
        WrongDeliveryMode.requirePull(subscription);
        List<String> distinct = tokens.stream().distinct().toList();
        List<Optional<SettledLocks.Reason>> failures =
                calls.each(distinct, text -> settled(text, subscription.id(), word));
        List<String> succeeded = new ArrayList<>();
        List<SettledLocks.Failed> failed = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i++) {
            String token = distinct.get(i);
            failures.get(i)
                    .ifPresentOrElse(
                            reason -> failed.add(new SettledLocks.Failed(token, reason)),
                            () -> succeeded.add(token));
        }
        return new SettledLocks(succeeded, failed);
    }

    /** Why the word did not count; empty if it did. */
    private Optional<SettledLocks.Reason> settled(String text, int subscriptionId, Word word) {
        Optional<LockToken> token = LockToken.of(text, subscriptionId);
        if (token.isEmpty()) {
            return Optional.of(SettledLocks.Reason.BAD_TOKEN);
        }
        return isGiven(token.get(), word)
                ? Optional.empty()
                : Optional.of(SettledLocks.Reason.TOKEN_LOST);
    }

    private boolean isGiven(LockToken token, Word word) {
        Instant now = clock.instant();
        DeliveryKey key = token.delivery();
        if (now.isBefore(token.until()) && word.given(key, token.state(), now)) {
            return true;
        }
        // It has another end if it was renewed, and may be renewed just now.
        for (int look = 0; look < MOST_LOOKS; look++) {
            Optional<Locked> lock = renewed(token).filter(one -> now.isBefore(one.at()));
            if (lock.isEmpty()) {
                return false;
            }
            if (word.given(key, lock.get(), now)) {
                return true;
            }
        }
        // The lock may well be there: its holder must not be told that it is lost.
        throw new Unavailable("A lock was renewed at each of " + MOST_LOOKS + " looks at it");
    }

    private Optional<Locked> renewed(LockToken token) {
        return deliveries
                .find(token.delivery())
                .map(Delivery::state)
                .filter(Locked.class::isInstance)
                .map(Locked.class::cast)
                .filter(lock -> lock.token().equals(token.name()));
    }
}
