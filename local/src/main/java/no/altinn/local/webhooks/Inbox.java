package no.altinn.local.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last requests of one webhook. Not thread-safe: {@link Inboxes} guards it. */
final class Inbox {
    private static final int MOST_REQUESTS = 1000;

    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private Behaviour behaviour = Behaviour.WELL;

    /** Keeps the request, and tells how many bytes more it holds now; may be negative. */
    long add(ReceivedRequest request) {
        requests.addLast(request);
        return request.size() - (requests.size() > MOST_REQUESTS ? dropOldest() : 0);
    }

    /** Forgets the oldest request, and tells how many bytes that freed. */
    long dropOldest() {
        return requests.removeFirst().size();
    }

    /** Forgets every request, and tells how many bytes that freed. */
    long empty() {
        long freed = requests.stream().mapToLong(ReceivedRequest::size).sum();
        requests.clear();
        return freed;
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

    void behave(Behaviour from) {
        behaviour = from;
    }

    /** Whether it says no more than one that was never used. */
    boolean isForgettable() {
        return requests.isEmpty() && behaviour.times() == 0;
    }
}
