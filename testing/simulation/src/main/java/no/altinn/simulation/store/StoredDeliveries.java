package no.altinn.simulation.store;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries that every process shares; each call is one step. Not thread-safe. */
public final class StoredDeliveries implements DeliveryStore {
    private final Map<DeliveryKey, Delivery> byKey = new LinkedHashMap<>();

    /** Everything that is there, in the order of its creation. */
    public List<Delivery> all() {
        return List.copyOf(byKey.values());
    }

    @Override
    public List<Delivery> create(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(one -> byKey.putIfAbsent(one.key(), one) == null)
                .toList();
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Optional<Delivery> announced(DeliveryNotice notice) {
        return find(notice.key());
    }

    @Override
    public boolean record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        Optional<Delivery> found = find(key);
        if (found.isEmpty()) {
            return false;
        }
        Delivery old = found.get();
        boolean waits = old.state() instanceof Due due && due.attempt() == attempt.number();
        byKey.put(key, with(old, attempt).in(waits ? next : old.state()));
        return waits;
    }

    private static Delivery with(Delivery old, Attempt attempt) {
        List<Attempt> attempts = new ArrayList<>(old.attempts());
        attempts.add(attempt);
        int erased = attempt.oneTooMany().orElse(attempts.size());
        if (erased < attempts.size()) {
            attempts.set(erased, attempts.get(erased).withoutResponse());
        }
        return old.having(attempts);
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        Optional<Delivery> found = find(key).filter(old -> old.state().equals(from));
        found.ifPresent(old -> byKey.put(key, old.in(next)));
        return found.isPresent();
    }

    @Override
    public boolean conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next) {
        Optional<Delivery> found = find(key).filter(old -> old.state().equals(lock));
        found.ifPresent(old -> byKey.put(key, with(old, attempt).in(next)));
        return found.isPresent();
    }

    @Override
    public List<Delivery> dueBefore(Instant instant, int limit) {
        return byKey.values().stream()
                .filter(one -> one.state() instanceof Due due && due.at().isBefore(instant))
                .sorted(Comparator.comparing((Delivery one) -> one.state().at()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean change(Delivery before, Delivery after) {
        Optional<Delivery> found =
                find(before.key()).filter(old -> old.state().equals(before.state()));
        found.ifPresent(old -> byKey.put(old.key(), after.having(old.attempts())));
        return found.isPresent();
    }

    @Override
    public void eraseResponses(DeliveryKey key) {
        find(key)
                .ifPresent(
                        old ->
                                byKey.put(
                                        key,
                                        old.having(
                                                old.attempts().stream()
                                                        .map(Attempt::withoutResponse)
                                                        .toList())));
    }

    @Override
    public List<Delivery> search(DeliverySearch search, int limit) {
        Comparator<Delivery> order = Comparator.comparing(DeliveryPlace::of);
        return byKey.values().stream()
                .filter(search::wants)
                .sorted(search.isOldestFirst() ? order : order.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int count(int subscriptionId, DeliveryStatus status, int most) {
        return search(DeliverySearch.newest(subscriptionId, status), most).size();
    }
}
