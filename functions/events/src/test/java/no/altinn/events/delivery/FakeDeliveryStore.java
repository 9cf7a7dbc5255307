package no.altinn.events.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries in memory. Thread-safe. */
public final class FakeDeliveryStore implements DeliveryStore {
    private final Map<DeliveryKey, Delivery> byKey = new LinkedHashMap<>();

    /** Everything that is there. */
    public synchronized List<Delivery> all() {
        return new ArrayList<>(byKey.values());
    }

    /** Puts a delivery there as it is. */
    public synchronized void replace(Delivery delivery) {
        byKey.put(delivery.key(), delivery);
    }

    @Override
    public synchronized List<Delivery> create(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> byKey.putIfAbsent(delivery.key(), delivery) == null)
                .toList();
    }

    @Override
    public synchronized Optional<Delivery> find(DeliveryKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public synchronized Optional<Delivery> announced(DeliveryNotice notice) {
        return find(notice.key());
    }

    @Override
    public synchronized boolean record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        Delivery old = byKey.get(key);
        boolean waits =
                old.state() instanceof DeliveryState.Due due && due.attempt() == attempt.number();
        List<Attempt> attempts = new ArrayList<>(old.attempts());
        attempts.add(attempt);
        int erased = attempt.oneTooMany().orElse(attempts.size());
        if (erased < attempts.size()) {
            attempts.set(erased, attempts.get(erased).withoutResponse());
        }
        byKey.put(key, old.in(waits ? next : old.state()).having(attempts));
        return waits;
    }

    @Override
    public synchronized boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        Delivery old = byKey.get(key);
        if (old == null || !old.state().equals(from)) {
            return false;
        }
        byKey.put(key, old.in(next));
        return true;
    }

    @Override
    public synchronized boolean conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next) {
        Delivery old = byKey.get(key);
        if (old == null || !old.state().equals(lock)) {
            return false;
        }
        List<Attempt> attempts = new ArrayList<>(old.attempts());
        attempts.add(attempt);
        byKey.put(key, old.in(next).having(attempts));
        return true;
    }

    @Override
    public synchronized List<Delivery> dueBefore(Instant instant, int limit) {
        return byKey.values().stream()
                .filter(
                        one ->
                                one.state() instanceof DeliveryState.Due due
                                        && due.at().isBefore(instant))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean change(Delivery before, Delivery after) {
        Delivery stored = byKey.get(before.key());
        if (stored == null || !stored.state().equals(before.state())) {
            return false;
        }
        byKey.put(before.key(), after.having(stored.attempts()));
        return true;
    }

    @Override
    public synchronized void eraseResponses(DeliveryKey key) {
        byKey.computeIfPresent(
                key,
                (same, old) ->
                        old.having(old.attempts().stream().map(Attempt::withoutResponse).toList()));
    }

    @Override
    public synchronized List<Delivery> search(DeliverySearch search, int limit) {
        Comparator<Delivery> order = Comparator.comparing(DeliveryPlace::of);
        return byKey.values().stream()
                .filter(search::wants)
                .sorted(search.isOldestFirst() ? order : order.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int count(int subscriptionId, DeliveryStatus status, int most) {
        return search(DeliverySearch.newest(subscriptionId, status), most).size();
    }
}
