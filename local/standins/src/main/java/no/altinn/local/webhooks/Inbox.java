package no.altinn.local.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last requests of one webhook. Not thread-safe: {@link Inboxes} guards it. */
final class Inbox {
    private static final int MOST_REQUESTS = 1000;

    private final String name;
    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private long bytes;
    private Behaviour behaviour = Behaviour.WELL;

    Inbox(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Roughly how many bytes of memory its requests take. */
    long bytes() {
        return bytes;
    }

    /** Keeps the request, and forgets the oldest if there are too many. */
    void add(ReceivedRequest request) {
        requests.addLast(request);
        bytes += request.size();
        if (requests.size() > MOST_REQUESTS) {
            dropOldest();
        }
    }

    /** Forgets the oldest request, of which there must be one. */
    void dropOldest() {
        bytes -= requests.removeFirst().size();
    }

    /** Forgets every request. */
    void empty() {
        requests.clear();
        bytes = 0;
    }

    int count() {
        return requests.size();
    }

    List<ReceivedRequest> oldestFirst() {
        return List.copyOf(requests);
    }

    Optional<ReceivedRequest> newest() {
        return Optional.ofNullable(requests.peekLast());
    }

    /** How to answer the request that came now. */
    Behaviour behave() {
        Behaviour now = behaviour;
        behaviour = behaviour.next();
        return now.times() == 0 ? Behaviour.WELL : now;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void behave(Behaviour from) {
        behaviour = from;
    }

    /** Whether it is equal to an inbox that was never used. */
    boolean isForgettable() {
        return requests.isEmpty() && behaviour.times() == 0;
    }
}
