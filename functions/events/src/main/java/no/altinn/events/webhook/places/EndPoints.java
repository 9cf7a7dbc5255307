package no.altinn.events.webhook.places;

import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints in memory, and their hosts. The endpoint that was not used for longest is forgotten
 * first. Not thread-safe.
 */
final class EndPoints {
    /** How many endpoints are remembered: as many as there may be subscriptions. */
    private static final int MOST = 10_000;

    private final Map<String, Host> hosts = new HashMap<>();
    // The least recently used first.
    private final Map<Integer, EndPoint> bySubscription = new LinkedHashMap<>(16, 0.75f, true);

    /** A subscription's endpoint, if it is in memory. */
    Optional<EndPoint> find(int subscription) {
        return Optional.ofNullable(bySubscription.get(subscription));
    }

    /**
     * A subscription's endpoint, which is new unless it is in memory.
     *
     * @param address an http or https URL
     */
    EndPoint get(int subscription, URI address) {
        return find(subscription).orElseGet(() -> add(subscription, address));
    }

    /** How many endpoints are in memory. */
    int size() {
        return bySubscription.size();
    }

    private EndPoint add(int subscription, URI address) {
        if (bySubscription.size() >= MOST) {
            forgetOne();
        }
        Host host = hosts.computeIfAbsent(Host.nameOf(address), Host::new);
        host.add();
        EndPoint made = new EndPoint(host);
        bySubscription.put(subscription, made);
        return made;
    }

    /** Busy endpoints are at most as many as the host's threads, so the search is short. */
    private void forgetOne() {
        Iterator<EndPoint> each = bySubscription.values().iterator();
        while (each.hasNext()) {
            EndPoint eldest = each.next();
            if (eldest.isIdle()) {
                each.remove();
                if (eldest.host().remove()) {
                    hosts.remove(eldest.host().name());
                }
                return;
            }
        }
    }
}
