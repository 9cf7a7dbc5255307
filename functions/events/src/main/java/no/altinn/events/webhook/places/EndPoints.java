package no.altinn.events.webhook.places;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints in memory, their hosts and consumers. The endpoint that was not used for longest is
 * forgotten first. Not thread-safe.
 */
final class EndPoints {
    /** How many endpoints are remembered: as many as there may be subscriptions. */
    private static final int MOST = 10_000;

    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Consumer> consumers = new HashMap<>();
    // The least recently used first.
    private final Map<Integer, EndPoint> bySubscription = new LinkedHashMap<>(16, 0.75f, true);

    /** A subscription's endpoint, if it is in memory. */
    Optional<EndPoint> find(int subscription) {
        return Optional.ofNullable(bySubscription.get(subscription));
    }

    /** A subscription's endpoint, which is new unless it is in memory. */
    EndPoint get(Addressee addressee) {
        return find(addressee.subscription()).orElseGet(() -> add(addressee));
    }

    /** How many endpoints are in memory. */
    int size() {
        return bySubscription.size();
    }

    private EndPoint add(Addressee addressee) {
        if (bySubscription.size() >= MOST) {
            forgetOne();
        }
        Host host = hosts.computeIfAbsent(Host.nameOf(addressee.endPoint()), Host::new);
        host.add();
        Consumer consumer = consumers.computeIfAbsent(addressee.consumer(), Consumer::new);
        consumer.add();
        EndPoint made = new EndPoint(host, consumer);
        bySubscription.put(addressee.subscription(), made);
        return made;
    }

    /** Busy endpoints are at most as many as the host's threads, so the search is short. */
    private void forgetOne() {
        Iterator<EndPoint> each = bySubscription.values().iterator();
        while (each.hasNext()) {
            EndPoint eldest = each.next();
            if (eldest.isIdle()) {
                each.remove();
                forget(eldest.host(), eldest.consumer());
                return;
            }
        }
    }

    private void forget(Host host, Consumer consumer) {
        if (host.remove()) {
            hosts.remove(host.name());
        }
        if (consumer.remove()) {
            consumers.remove(consumer.name());
        }
    }
}
