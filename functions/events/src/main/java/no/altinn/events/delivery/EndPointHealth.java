package no.altinn.events.delivery;

import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.ChangeServing.Change;
import no.altinn.events.subscription.Failing;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.webhook.EndPointCall;
import no.altinn.events.webhook.RetryAfter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Draws from the outcomes of attempts how a subscription is served: whether its endpoint is left
 * alone for a while, and whether it is paused or stopped. While an endpoint takes its events,
 * nothing is written. Thread-safe.
 */
public final class EndPointHealth {
    private static final Logger LOG = LoggerFactory.getLogger(EndPointHealth.class);
    private static final int GONE = 410;

    private final ChangeServing changes;
    private final FailureCounts failures;
    private final Releases releases;
    private final RetryQueue queue;
    private final SubscriptionEvents told;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * Health that is kept with the subscriptions.
     *
     * @param failures what this process has seen of endpoints
     * @param releases what is held goes on by these when an endpoint takes events again
     * @param queue has endpoints tried that are left alone
     * @param told takes what consumers should know
     */
    public EndPointHealth(
            ChangeServing changes,
            FailureCounts failures,
            Releases releases,
            RetryQueue queue,
            SubscriptionEvents told,
            RandomGenerator random,
            Clock clock) {
        this.changes = changes;
        this.failures = failures;
        this.releases = releases;
        this.queue = queue;
        this.told = told;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Notes that an endpoint took an event.
     *
     * @param known the subscription, as the attempt went by it
     * @param trigger why the attempt was made
     */
    void succeeded(SubscriptionKey key, Subscription known, Trigger trigger) {
        if (trigger == Trigger.PROBE) {
            bestEffort(key, () -> close(key));
        } else {
            failures.succeeded(key.id(), clock.instant());
            if (known.serving().failingSince().isPresent()) {
                bestEffort(key, () -> changes.make(key, EndPointHealth::succeeding));
            }
        }
    }

    private static Subscription succeeding(Subscription found) {
        return found.served(found.serving().withFailingSince(Optional.empty()));
    }

    /**
     * Has the endpoint called again, and what was held meanwhile goes on.
     *
     * <p>The release is scheduled first: if the process ends in between, it finds an endpoint that
     * is left alone, and is void.
     */
    void close(SubscriptionKey key) {
        releases.begin(key);
        Optional<Change> change =
                changes.make(
                        key,
                        found -> {
                            Subscription succeeding = succeeding(found);
                            return succeeding.served(succeeding.serving().with(Breaker.CLOSED));
                        });
        if (change.filter(Change::isMade).isPresent()) {
            releases.now(key);
        }
    }

    /**
     * Notes that an endpoint does not want events any more, if it said so: the subscription is
     * stopped then.
     *
     * @return whether it said so
     */
    boolean stops(SubscriptionKey key, EndPointCall call) {
        if (call.reply().status() != GONE) {
            return false;
        }
        releases.begin(key);
        changes.make(key, found -> stopped(found, clock.instant())).ifPresent(told::tell);
        return true;
    }

    private static Subscription stopped(Subscription found, Instant now) {
        if (found.serving().standing() instanceof Standing.Stopped) {
            return found;
        }
        Serving serving = found.serving().with(new Standing.Stopped(now)).with(Breaker.CLOSED);
        return found.in(new ValidationState.Failed()).served(serving);
    }

    /**
     * Notes that an endpoint did not take an event. The attempt is kept already, and the next that
     * fails is noted too, so a store that is away makes no failure of it.
     *
     * @param known the subscription, as the attempt went by it
     */
    void failed(SubscriptionKey key, Subscription known, Attempt attempt, EndPointCall call) {
        Instant now = clock.instant();
        boolean isProbe = attempt.trigger() == Trigger.PROBE;
        Failing failing =
                new Failing(
                        attempt.at(),
                        now,
                        attempt.number(),
                        isProbe,
                        !isProbe && failures.failed(key.id(), now),
                        RetryAfter.of(call.reply(), now));
        if (failing.changes(known.serving())) {
            bestEffort(key, () -> change(key, failing));
        }
    }

    /** Notes that the last attempt of a delivery has failed. */
    void died(Subscription subscription, Instant at) {
        told.tellDead(subscription, at);
    }

    private void change(SubscriptionKey key, Failing failing) {
        changes.make(key, found -> found.served(failing.of(found.serving(), random)))
                .ifPresent(
                        change -> {
                            told.tell(change);
                            scheduleProbe(key, change);
                        });
    }

    /** The document has changed already: the sweep finds a probe whose message was lost. */
    private void scheduleProbe(SubscriptionKey key, Change change) {
        Breaker breaker = change.after().serving().breaker();
        if (breaker instanceof Breaker.Open open
                && !open.equals(change.before().serving().breaker())) {
            Duration wait = RetryQueue.delayUntil(open.until(), clock.instant());
            LOG.info("left alone subscription={} ms={}", key.id(), wait.toMillis());
            queue.schedule(new Retry.OfProbe(key), wait);
        }
    }

    private static void bestEffort(SubscriptionKey key, Runnable noting) {
        try {
            noting.run();
        } catch (RuntimeException e) {
            LOG.warn("health not noted subscription={}", key.id(), e);
        }
    }
}
