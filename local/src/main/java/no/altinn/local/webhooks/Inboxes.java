package no.altinn.local.webhooks;

import no.altinn.platform.http.Problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Every webhook's inbox, in memory. Each is used under the map's lock of its own name. What all of
 * them hold is bounded: beyond that, a webhook that receives loses its oldest requests first.
 * Thread-safe.
 */
final class Inboxes {
    private static final int MOST_NAMES = 10_000;
    private static final long MOST_BYTES = 128L * 1024 * 1024;

    /**
     * A webhook in the overview.
     *
     * @param newest what it received last
     */
    record Summary(int count, ReceivedRequest newest) {}

    private final Map<String, Inbox> byName = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final long mostBytes;

    Inboxes() {
        this(MOST_BYTES);
    }

    /**
     * @param mostBytes what all requests together may take
     */
    Inboxes(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Keeps a request, and tells how to answer it.
     *
     * @throws Problem 507 if there are too many names already
     */
    Behaviour receive(String name, ReceivedRequest request) {
        AtomicReference<Behaviour> answer = new AtomicReference<>(Behaviour.WELL);
        byName.compute(
                name,
                (key, present) -> {
                    Inbox inbox = present == null ? fresh() : present;
                    bytes.addAndGet(inbox.add(request));
                    while (bytes.get() > mostBytes && inbox.count() > 1) {
                        bytes.addAndGet(-inbox.dropOldest());
                    }
                    answer.set(inbox.behave());
                    return inbox;
                });
        return answer.get();
    }

    /** The requests of a name, the oldest first; none for a name that got none. */
    List<ReceivedRequest> requests(String name) {
        AtomicReference<List<ReceivedRequest>> requests = new AtomicReference<>(List.of());
        byName.computeIfPresent(
                name,
                (key, inbox) -> {
                    requests.set(inbox.oldestFirst());
                    return inbox;
                });
        return requests.get();
    }

    /** Forgets the requests of a name. How it behaves stays. */
    void empty(String name) {
        byName.computeIfPresent(
                name,
                (key, inbox) -> {
                    bytes.addAndGet(-inbox.empty());
                    return inbox.isForgettable() ? null : inbox;
                });
    }

    /**
     * Says how the next requests of a name are answered.
     *
     * @throws Problem 507 if there are too many names already
     */
    void behave(String name, Behaviour behaviour) {
        byName.compute(
                name,
                (key, present) -> {
                    Inbox inbox = present == null ? fresh() : present;
                    inbox.behave(behaviour);
                    return inbox.isForgettable() ? null : inbox;
                });
    }

    /** Every name that has received something, in alphabetical order. */
    Map<String, Summary> summaries() {
        Map<String, Summary> summaries = new TreeMap<>();
        for (String name : byName.keySet()) {
            byName.computeIfPresent(
                    name,
                    (key, inbox) -> {
                        inbox.newest()
                                .map(newest -> new Summary(inbox.count(), newest))
                                .ifPresent(summary -> summaries.put(name, summary));
                        return inbox;
                    });
        }
        return summaries;
    }

    private Inbox fresh() {
        if (byName.size() >= MOST_NAMES) {
            throw Problem.text(507, "There are too many webhooks; DELETE some.");
        }
        return new Inbox();
    }
}
