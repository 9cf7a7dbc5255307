package no.altinn.events.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries in memory. */
public final class FakeDeliveryStore implements DeliveryStore {
    private final Map<DeliveryKey, Delivery> byKey = new LinkedHashMap<>();

    /** Everything that is there. */
    public List<Delivery> all() {
        return new ArrayList<>(byKey.values());
    }

    @Override
    public List<Delivery> create(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> byKey.putIfAbsent(delivery.key(), delivery) == null)
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
        Delivery old = byKey.get(key);
        boolean waits =
                old.state() instanceof DeliveryState.Due due && due.attempt() == attempt.number();
        List<Attempt> attempts = new ArrayList<>(old.attempts());
        attempts.add(attempt);
        byKey.put(key, moved(old, waits ? next : old.state(), attempts));
        return waits;
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        Delivery old = byKey.get(key);
        if (old == null || !old.state().equals(from)) {
            return false;
        }
        byKey.put(key, moved(old, next, old.attempts()));
        return true;
    }

    @Override
    public List<Delivery> dueBefore(Instant instant, int limit) {
        return byKey.values().stream()
                .filter(
                        one ->
                                one.state() instanceof DeliveryState.Due due
                                        && due.at().isBefore(instant))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> dead(int subscriptionId, int limit) {
        return byKey.values().stream()
                .filter(one -> one.key().subscriptionId() == subscriptionId)
                .filter(one -> one.state() instanceof DeliveryState.Dead)
                .limit(limit)
                .toList();
    }

    private static Delivery moved(Delivery old, DeliveryState next, List<Attempt> attempts) {
        return new Delivery(
                old.key(),
                old.event(),
                old.eventId(),
                old.fingerprint(),
                old.created(),
                next,
                attempts);
    }
}
