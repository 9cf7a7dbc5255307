package no.altinn.events.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Subscriptions in memory. Thread-safe. */
public final class FakeSubscriptionStore implements SubscriptionStore {
    private final Map<Integer, Subscription> byId = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> byFingerprint = new ConcurrentHashMap<>();
    private Runnable onPage = () -> {};
    private Runnable onFind = () -> {};

    /** Puts subscriptions there as they are. */
    public void put(Subscription... subscriptions) {
        for (Subscription subscription : subscriptions) {
            byId.put(subscription.id(), subscription);
        }
    }

    /** Everything that is there. */
    public List<Subscription> all() {
        return new ArrayList<>(byId.values());
    }

    @Override
    public synchronized Subscription add(NewSubscription wanted, Instant now) {
        int id =
                byFingerprint.computeIfAbsent(
                        wanted.fingerprint(), key -> byFingerprint.size() + 1);
        return byId.computeIfAbsent(id, key -> Subscription.added(key, wanted, now));
    }

    @Override
    public Optional<Subscription> find(NewSubscription wanted) {
        return Optional.ofNullable(byFingerprint.get(wanted.fingerprint())).map(byId::get);
    }

    @Override
    public Optional<Subscription> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Subscription> find(SubscriptionKey key) {
        Optional<Subscription> found = find(key.id());
        onFind.run();
        return found;
    }

    @Override
    public List<Subscription> ofConsumer(String consumer) {
        return byId.values().stream().filter(one -> one.consumer().equals(consumer)).toList();
    }

    @Override
    public int count(String consumer) {
        return ofConsumer(consumer).size();
    }

    @Override
    public List<Interest> validatedFor(String resource) {
        return byId.values().stream()
                .filter(one -> one.filters().resource().equals(resource))
                .flatMap(one -> Interest.of(one).stream())
                .toList();
    }

    @Override
    public boolean moveValidation(int id, ValidationState from, ValidationState to) {
        return find(id).filter(one -> one.validation().equals(from)).isPresent()
                && setValidation(id, to).isPresent();
    }

    @Override
    public Optional<Subscription> setValidation(int id, ValidationState state) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, old) -> old.in(state)));
    }

    @Override
    public List<Subscription> validationDueBefore(Instant instant, int limit) {
        return byId.values().stream()
                .filter(
                        one ->
                                one.validation() instanceof ValidationState.Pending pending
                                        && pending.at().isBefore(instant))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Subscription> change(SubscriptionKey key, UnaryOperator<Subscription> change) {
        return Optional.ofNullable(
                byId.computeIfPresent(key.id(), (id, before) -> change.apply(before)));
    }

    /** Does something while a subscription is looked up by its key. */
    public void onFind(Runnable meanwhile) {
        onFind = meanwhile;
    }

    /** Does something before each page of {@link #after}. */
    public void onPage(Runnable first) {
        onPage = first;
    }

    @Override
    public List<Subscription> after(int id, int limit) {
        onPage.run();
        return byId.values().stream()
                .filter(one -> one.id() > id)
                .sorted(Comparator.comparingInt(Subscription::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Subscription> probeDueBefore(Instant instant, int limit) {
        return byId.values().stream()
                .filter(one -> one.serving().probeAt().filter(instant::isAfter).isPresent())
                .sorted(Comparator.comparing(one -> one.serving().probeAt().orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean remove(int id) {
        return byId.remove(id) != null;
    }
}
