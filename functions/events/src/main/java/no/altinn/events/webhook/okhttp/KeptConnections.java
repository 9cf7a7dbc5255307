package no.altinn.events.webhook.okhttp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Connections that wait for another request, by the origin of their receiver. Thread-safe. */
final class KeptConnections {
    /** How many connections to one receiver wait at most. */
    private static final int MOST = 256;

    /** When a connection that waits is closed: later than it would be used. */
    private static final Duration REST = KeptConnection.MOST_IDLE.multipliedBy(4);

    private final Map<String, Deque<KeptConnection>> resting = new ConcurrentHashMap<>();

    /** Takes one that may carry a request now. */
    Optional<KeptConnection> take(String origin) {
        while (true) {
            Optional<KeptConnection> last = last(origin);
            if (last.isEmpty() || (last.get().wake() && last.get().isFresh())) {
                return last;
            }
            last.get().close();
        }
    }

    /** The one that was used last, so that those come to rest that are too many. */
    private Optional<KeptConnection> last(String origin) {
        Deque<KeptConnection> taken = new ArrayDeque<>(1);
        resting.computeIfPresent(
                origin,
                (any, all) -> {
                    taken.add(all.removeLast());
                    return all.isEmpty() ? null : all;
                });
        return Optional.ofNullable(taken.poll());
    }

    /** Leaves one to wait; the one that has waited longest goes when they are too many. */
    void put(String origin, KeptConnection connection) {
        connection.rest(REST, () -> forget(origin, connection));
        Deque<KeptConnection> over = new ArrayDeque<>(1);
        resting.compute(
                origin,
                (any, known) -> {
                    Deque<KeptConnection> all = known == null ? new ArrayDeque<>() : known;
                    all.addLast(connection);
                    if (all.size() > MOST) {
                        over.add(all.removeFirst());
                    }
                    return all;
                });
        over.forEach(
                one -> {
                    one.wake();
                    one.close();
                });
    }

    private void forget(String origin, KeptConnection connection) {
        resting.computeIfPresent(
                origin,
                (any, all) -> {
                    all.remove(connection);
                    return all.isEmpty() ? null : all;
                });
    }
}
