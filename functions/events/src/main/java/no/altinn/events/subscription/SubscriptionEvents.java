package no.altinn.events.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStore;
import no.altinn.events.policy.OperationsResource;
import no.altinn.platform.json.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Tells consumers by events what became of their subscriptions. An event's id follows from what it
 * tells, so nothing is told twice. About a subscription to these events nothing is told: an event
 * about it would be the next that fails. Thread-safe.
 */
public final class SubscriptionEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionEvents.class);
    private static final String TYPE = "platform.events.subscription.";

    /** How many subscriptions are remembered that a dead letter was told of in an hour. */
    private static final int MOST_REMEMBERED = 10_000;

    private final EventStore events;
    private final SubscriptionAddress address;
    private final Cache<Integer, Instant> hours;

    /**
     * Tells through a store.
     *
     * @param address where the subscriptions are found that the events are about
     */
    public SubscriptionEvents(EventStore events, SubscriptionAddress address) {
        this.events = events;
        this.address = address;
        this.hours =
                Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();
    }

    /** Tells of a change, if a subscription was paused or stopped by it. */
    public void tell(ChangeServing.Change change) {
        Standing standing = change.after().serving().standing();
        if (!standing.equals(change.before().serving().standing())) {
            standing.accept(new Telling(change.after()));
        }
    }

    /**
     * Tells of a dead letter, at most once in an hour for each subscription.
     *
     * @param at when the last attempt had failed
     */
    public void tellDead(Subscription subscription, Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(hours.getIfPresent(subscription.id()))) {
            return;
        }
        if (append(subscription, "dead", hour, at, Optional.empty())) {
            hours.put(subscription.id(), hour);
        }
    }

    /** Tells of a standing that a subscription has come into. */
    private final class Telling implements Standing.Visitor<Boolean> {
        private final Subscription subscription;

        Telling(Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public Boolean active(Standing.Active standing) {
            return false;
        }

        @Override
        public Boolean paused(Standing.Paused standing) {
            Optional<String> reason = Optional.of(standing.reason().label());
            return append(subscription, "paused", standing.since(), standing.since(), reason);
        }

        @Override
        public Boolean stopped(Standing.Stopped standing) {
            Instant since = standing.since();
            return append(subscription, "stopped", since, since, Optional.empty());
        }
    }

    /**
     * Appends an event. The change itself is kept and shown with the subscription, so a store that
     * does not take the event must not undo it.
     *
     * @param occasion tells it from others of its kind
     */
    private boolean append(
            Subscription subscription,
            String kind,
            Instant occasion,
            Instant at,
            Optional<String> reason) {
        if (OperationsResource.is(subscription.filters().resource())) {
            return true;
        }
        try {
            events.append(List.of(event(subscription, kind, occasion, at, reason)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("not told subscription={} kind={}", subscription.id(), kind, e);
            return false;
        }
    }

    private Event event(
            Subscription subscription,
            String kind,
            Instant occasion,
            Instant at,
            Optional<String> reason) {
        ObjectNode json =
                Json.object()
                        .put("specversion", "1.0")
                        .put(
                                "id",
                                "subscription-%d-%s-%d"
                                        .formatted(
                                                subscription.id(), kind, occasion.toEpochMilli()))
                        .put("source", address.of(subscription.id()).toString())
                        .put("type", TYPE + kind)
                        .put("resource", OperationsResource.URN)
                        .put("subject", subscription.consumer())
                        .put("time", at.toString());
        ObjectNode data = json.putObject("data").put("id", subscription.id());
        reason.ifPresent(text -> data.put("reason", text));
        return EventReader.structured(json.toString());
    }
}
