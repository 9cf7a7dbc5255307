package no.altinn.events.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Counts how often endpoints are left alone, tried and called again, and how often subscriptions
 * are paused: {@code breaker.transitions{to}}, {@code subscriptions.paused{reason}}. Thread-safe.
 */
public final class MeteredSubscriptionStore implements SubscriptionStore {
    private static final AttributeKey<String> TO = AttributeKey.stringKey("to");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");

    private final SubscriptionStore subscriptions;
    private final LongCounter transitions;
    private final LongCounter paused;

    public MeteredSubscriptionStore(SubscriptionStore subscriptions, Meter meter) {
        this.subscriptions = subscriptions;
        this.transitions = meter.counterBuilder("breaker.transitions").build();
        this.paused = meter.counterBuilder("subscriptions.paused").build();
    }

    @Override
    public Optional<Subscription> change(SubscriptionKey key, UnaryOperator<Subscription> change) {
        AtomicReference<Subscription> before = new AtomicReference<>();
        Optional<Subscription> changed =
                subscriptions.change(
                        key,
                        found -> {
                            before.set(found);
                            return change.apply(found);
                        });
        changed.ifPresent(after -> count(before.get().serving(), after.serving()));
        return changed;
    }

    private void count(Serving before, Serving after) {
        String to = after.breaker().accept(new Name());
        if (!to.equals(before.breaker().accept(new Name()))) {
            transitions.add(1, Attributes.of(TO, to));
        }
        if (after.standing() instanceof Standing.Paused now && !now.equals(before.standing())) {
            paused.add(1, Attributes.of(REASON, now.reason().label()));
        }
    }

    private static final class Name implements Breaker.Visitor<String> {
        @Override
        public String closed(Breaker.Closed breaker) {
            return "closed";
        }

        @Override
        public String open(Breaker.Open breaker) {
            return "open";
        }

        @Override
        public String halfOpen(Breaker.HalfOpen breaker) {
            return "half-open";
        }
    }

    @Override
    public Subscription add(NewSubscription subscription, Instant now) {
        return subscriptions.add(subscription, now);
    }

    @Override
    public Optional<Subscription> find(NewSubscription wanted) {
        return subscriptions.find(wanted);
    }

    @Override
    public Optional<Subscription> find(int id) {
        return subscriptions.find(id);
    }

    @Override
    public Optional<Subscription> find(SubscriptionKey key) {
        return subscriptions.find(key);
    }

    @Override
    public List<Subscription> ofConsumer(String consumer) {
        return subscriptions.ofConsumer(consumer);
    }

    @Override
    public int count(String consumer) {
        return subscriptions.count(consumer);
    }

    @Override
    public List<Interest> validatedFor(String resource) {
        return subscriptions.validatedFor(resource);
    }

    @Override
    public boolean moveValidation(int id, ValidationState from, ValidationState to) {
        return subscriptions.moveValidation(id, from, to);
    }

    @Override
    public Optional<Subscription> setValidation(int id, ValidationState state) {
        return subscriptions.setValidation(id, state);
    }

    @Override
    public List<Subscription> probeDueBefore(Instant instant, int limit) {
        return subscriptions.probeDueBefore(instant, limit);
    }

    @Override
    public List<Subscription> validationDueBefore(Instant instant, int limit) {
        return subscriptions.validationDueBefore(instant, limit);
    }

    @Override
    public List<Subscription> after(int id, int limit) {
        return subscriptions.after(id, limit);
    }

    @Override
    public boolean remove(int id) {
        return subscriptions.remove(id);
    }
}
