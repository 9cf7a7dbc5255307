package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.policy.ReceivingAction;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.Mismatch;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.platform.log.LogText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Logs why an event is not pushed to subscriptions on its resource: a line for each of the newest
 * ten, and one for the rest. It logs at the debug level, and does nothing while that is off. It
 * never fails. Thread-safe.
 */
public final class NotPushed {
    private static final Logger LOG = LoggerFactory.getLogger(NotPushed.class);

    /** A resource may have a hundred thousand subscriptions, and each that is told of is read. */
    private static final int MOST_LINES = 10;

    private final SubscriptionIndex subscriptions;

    /** Tells of the subscriptions that are in the index. */
    public NotPushed(SubscriptionIndex subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Tells which filters kept the event from the subscriptions on its resource.
     *
     * @param matching the subscriptions that the event does match
     */
    void byFilters(Event event, List<Interest> matching) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        try {
            List<Interest> candidates = new ArrayList<>();
            if (!event.resource().isEmpty()) {
                subscriptions.validatedFor(event.resource()).forEach(candidates::add);
            }
            if (candidates.isEmpty()) {
                LOG.debug(
                        "event={} not pushed: no validated subscription is on resource {}",
                        LogText.word(event.id()),
                        LogText.word(event.resource()));
            } else {
                tellFilters(event, without(matching, candidates));
            }
        } catch (RuntimeException e) {
            // The event goes its way, whether or not that can be explained.
            LOG.debug("event={} not explained", LogText.word(event.id()), e);
        }
    }

    private static List<Interest> without(List<Interest> matching, List<Interest> candidates) {
        Set<Integer> matched = matching.stream().map(Interest::id).collect(Collectors.toSet());
        return candidates.stream().filter(one -> !matched.contains(one.id())).toList();
    }

    private static SubscriptionKey keyOf(Interest subscription, Event event) {
        return new SubscriptionKey(subscription.id(), event.resource(), subscription.fingerprint());
    }

    private void tellFilters(Event event, List<Interest> others) {
        for (Interest one : newest(others)) {
            subscriptions
                    .find(keyOf(one, event))
                    .map(Subscription::filters)
                    .flatMap(filters -> Mismatch.of(event, filters))
                    .ifPresent(mismatch -> tell(event, one, mismatch.words()));
        }
        tellRest(event, others, "their filters want other events");
    }

    /**
     * Tells which consumers the policy kept the event from.
     *
     * @param refused the subscriptions that the event matches, of consumers without a permit
     */
    void byPolicy(Event event, List<Interest> refused) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        newest(refused).forEach(one -> tell(event, one, refusal(event, one.consumer())));
        tellRest(event, refused, "the policy does not permit it");
    }

    /** How it is told that the policy kept the event from a consumer. */
    static String refusal(Event event, String consumer) {
        return "the policy does not permit %s to %s"
                .formatted(LogText.word(consumer), ReceivingAction.on(event.resource()));
    }

    private static List<Interest> newest(List<Interest> oldestFirst) {
        int from = Math.max(0, oldestFirst.size() - MOST_LINES);
        return oldestFirst.subList(from, oldestFirst.size());
    }

    private static void tell(Event event, Interest subscription, String reason) {
        LOG.debug(
                "event={} subscription={} not pushed: {}",
                LogText.word(event.id()),
                subscription.id(),
                reason);
    }

    private static void tellRest(Event event, List<Interest> all, String reason) {
        if (all.size() > MOST_LINES) {
            LOG.debug(
                    "event={} not pushed to {} older subscriptions: {}",
                    LogText.word(event.id()),
                    all.size() - MOST_LINES,
                    reason);
        }
    }
}
