package no.altinn.events.pull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryEntries;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes events whose locks have run out ready again, and gives up those whose locks ran out too
 * often. A receiver that comes for events does it for those before it. Thread-safe.
 */
public final class FreeLocks {
    /** After so many locks that ran out a delivery is given up. */
    static final int MOST_LOST = 12;

    /** A process looks no more often: no lock is shorter, and the look costs as much as another. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(FreeLocks.class);
    private static final int AT_ONCE = 100;
    private static final int MOST_ROUNDS = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final DeliveryStore deliveries;
    private final SideBySide calls;
    private final LostLocks lost;
    private final BestEffortLog log;
    private final Clock clock;
    private final Cache<Integer, Instant> looked;

    /**
     * Frees the locks of a store's deliveries.
     *
     * @param calls how many of one subscription are freed at once
     * @param lost counts them
     */
    public FreeLocks(
            DeliveryStore deliveries,
            SideBySide calls,
            LostLocks lost,
            BestEffortLog log,
            Clock clock) {
        this.deliveries = deliveries;
        this.calls = calls;
        this.lost = lost;
        this.log = log;
        this.clock = clock;
        this.looked =
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(EVERY)
                        .maximumSize(MOST_REMEMBERED)
                        .executor(Runnable::run)
                        .build();
    }

    /**
     * Frees up to 500 locks of a subscription that have run out, the oldest events' first, unless
     * this process has looked for them in the last ten seconds.
     *
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    void free(Subscription subscription) {
        Instant now = clock.instant();
        if (looked.asMap().putIfAbsent(subscription.id(), now) != null) {
            return;
        }
        DeliverySearch search =
                DeliverySearch.oldest(subscription.id(), DeliveryStatus.LOCKED).waitedUntil(now);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Delivery> found = deliveries.search(search, AT_ONCE);
            calls.each(found, delivery -> isFreed(subscription, delivery));
            if (found.size() < AT_ONCE) {
                return;
            }
        }
    }

    private boolean isFreed(Subscription subscription, Delivery delivery) {
        if (!(delivery.state() instanceof Locked lock)) {
            return false;
        }
        Instant now = clock.instant();
        Attempt attempt = LockEnd.RAN_OUT.attempt(lock, now);
        boolean isLast = LockEnd.RAN_OUT.countIn(delivery) + 1 >= MOST_LOST;
        DeliveryState next = isLast ? new Dead(now) : new Ready(lock.attempt() + 1, now);
        if (!deliveries.conclude(delivery.key(), lock, attempt, next)) {
            return false;
        }
        lost.add();
        LOG.info(
                "fetched subscription={} delivery={} attempt={} {}{}",
                subscription.id(),
                delivery.key().id(),
                lock.attempt(),
                LockEnd.RAN_OUT,
                isLast ? " given up" : "");
        if (isLast) {
            log.append(
                    DeliveryEntries.fetched(
                            Activity.DEQUEUE_LIMIT_REACHED, subscription, delivery, now));
        }
        return true;
    }
}
