package no.altinn.simulation.store;

import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.simulation.time.World;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Subscriptions that every process shares. A change reads, lets other processes come between, and
 * writes its result. If another process has written meanwhile, the change begins again. Not
 * thread-safe.
 */
public final class StoredSubscriptions implements SubscriptionStore {
    private final TreeMap<Integer, Subscription> byId = new TreeMap<>();
    private final Map<String, Integer> byFingerprint = new HashMap<>();
    private final Runnable between;
    private final Map<Integer, List<Matching>> standings = new HashMap<>();
    private final List<Subscription> added = new ArrayList<>();
    private final Set<Integer> stopped = new HashSet<>();
    private final World world;
    private int last;

    private record Matching(Instant at, boolean isMatched) {}

    /**
     * A store without subscriptions.
     *
     * @param between lets others come between a read and the write that depends on it
     */
    public StoredSubscriptions(World world, Runnable between) {
        this.world = world;
        this.between = between;
    }

    /** Each subscription that was ever added, as it was when it was added. */
    public List<Subscription> everAdded() {
        return List.copyOf(added);
    }

    /** Whether a subscription has ever been stopped by its endpoint. */
    public boolean wasStopped(int id) {
        return stopped.contains(id);
    }

    /** Whether events have been matched with a subscription since this instant and are still. */
    public boolean isMatchedSince(int id, Instant since) {
        List<Matching> all = standings.getOrDefault(id, List.of());
        return !all.isEmpty()
                && all.get(all.size() - 1).isMatched()
                && !all.get(all.size() - 1).at().isAfter(since);
    }

    private void put(Subscription subscription) {
        byId.put(subscription.id(), subscription);
        note(subscription.id(), subscription.isValidated());
        if (subscription.serving().standing() instanceof Standing.Stopped) {
            stopped.add(subscription.id());
        }
    }

    private void note(int id, boolean isMatched) {
        List<Matching> all = standings.computeIfAbsent(id, any -> new ArrayList<>());
        if (all.isEmpty() || all.get(all.size() - 1).isMatched() != isMatched) {
            all.add(new Matching(world.now(), isMatched));
        }
    }

    /** Everything that is there. */
    public List<Subscription> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Subscription add(NewSubscription wanted, Instant now) {
        Optional<Subscription> existing = find(wanted);
        if (existing.isPresent()) {
            return existing.get();
        }
        last++;
        byFingerprint.put(wanted.fingerprint(), last);
        Subscription subscription = Subscription.added(last, CutTexts.of(wanted), now);
        put(subscription);
        added.add(subscription);
        return subscription;
    }

    @Override
    public Optional<Subscription> find(NewSubscription wanted) {
        return Optional.ofNullable(byFingerprint.get(wanted.fingerprint())).flatMap(this::find);
    }

    @Override
    public Optional<Subscription> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Subscription> find(SubscriptionKey key) {
        return find(key.id());
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
                .filter(one -> one.filters().resource().equalsIgnoreCase(resource))
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
        Optional<Subscription> after = find(id).map(old -> old.in(state));
        after.ifPresent(this::put);
        return after;
    }

    @Override
    public Optional<Subscription> change(SubscriptionKey key, UnaryOperator<Subscription> change) {
        while (true) {
            Optional<Subscription> before = find(key);
            if (before.isEmpty()) {
                return before;
            }
            Subscription after = change.apply(before.get());
            if (after.equals(before.get())) {
                return before;
            }
            between.run();
            if (find(key).equals(before)) {
                put(after);
                return Optional.of(after);
            }
        }
    }

    @Override
    public List<Subscription> after(int id, int limit) {
        return byId.tailMap(id, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<Subscription> probeDueBefore(Instant instant, int limit) {
        return dueBefore(one -> one.serving().probeAt(), instant, limit);
    }

    @Override
    public List<Subscription> validationDueBefore(Instant instant, int limit) {
        return dueBefore(StoredSubscriptions::validationAt, instant, limit);
    }

    private static Optional<Instant> validationAt(Subscription subscription) {
        return subscription.validation() instanceof ValidationState.Pending pending
                ? Optional.of(pending.at())
                : Optional.empty();
    }

    private List<Subscription> dueBefore(
            Function<Subscription, Optional<Instant>> due, Instant instant, int limit) {
        Stream<Subscription> found =
                byId.values().stream()
                        .filter(one -> due.apply(one).filter(instant::isAfter).isPresent());
        return found.sorted(Comparator.comparing(one -> due.apply(one).orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean remove(int id) {
        byFingerprint.values().remove(id);
        note(id, false);
        return byId.remove(id) != null;
    }
}
