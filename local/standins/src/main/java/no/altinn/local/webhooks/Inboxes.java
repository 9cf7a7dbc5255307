package no.altinn.local.webhooks;

import no.altinn.platform.http.Problem;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every webhook's inbox, in memory. What all of them hold together is bounded: beyond that, the one
 * that holds most loses its oldest requests first. Thread-safe.
 */
final class Inboxes {
    private static final int MOST_NAMES = 10_000;
    private static final long MOST_BYTES = 128L * 1024 * 1024;

    /**
     * A webhook in the overview.
     *
     * @param newest the last request that it received
     */
    record Summary(int count, ReceivedRequest newest) {}

    // All three are guarded by this; they change in change() alone, so that they agree.
    private final Map<String, Inbox> byName = new HashMap<>();
    private final NavigableSet<Inbox> bySize =
            new TreeSet<>(Comparator.comparingLong(Inbox::bytes).thenComparing(Inbox::name));
    private long bytes;

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
     * Keeps a request.
     *
     * @return how to answer it
     * @throws Problem 507 if there are too many names already
     */
    synchronized Behaviour receive(String name, ReceivedRequest request) {
        Inbox inbox = presentOrFresh(name);
        change(inbox, () -> inbox.add(request));
        Behaviour answer = inbox.behave();
        while (bytes > mostBytes) {
            Inbox largest = bySize.last();
            change(largest, largest::dropOldest);
        }
        return answer;
    }

    /** The requests of a name, the oldest first. */
    synchronized List<ReceivedRequest> requests(String name) {
        Inbox inbox = byName.get(name);
        return inbox == null ? List.of() : inbox.oldestFirst();
    }

    /** How the next request of a name will be answered. */
    synchronized Behaviour behaviour(String name) {
        Inbox inbox = byName.get(name);
        return inbox == null ? Behaviour.WELL : inbox.behaviour();
    }

    /** Forgets the requests of a name. Its behaviour stays. */
    synchronized void empty(String name) {
        Inbox inbox = byName.get(name);
        if (inbox != null) {
            change(inbox, inbox::empty);
        }
    }

    /**
     * Sets how the next requests of a name are answered.
     *
     * @throws Problem 507 if there are too many names already
     */
    synchronized void behave(String name, Behaviour behaviour) {
        Inbox inbox = presentOrFresh(name);
        change(inbox, () -> inbox.behave(behaviour));
    }

    /** Every name that has received something, in alphabetical order. */
    synchronized Map<String, Summary> summaries() {
        Map<String, Summary> summaries = new TreeMap<>();
        for (Inbox inbox : byName.values()) {
            inbox.newest()
                    .map(newest -> new Summary(inbox.count(), newest))
                    .ifPresent(summary -> summaries.put(inbox.name(), summary));
        }
        return summaries;
    }

    private Inbox presentOrFresh(String name) {
        Inbox present = byName.get(name);
        if (present == null && byName.size() >= MOST_NAMES) {
            throw Problem.text(507, "There are too many webhooks; DELETE some.");
        }
        return present == null ? new Inbox(name) : present;
    }

    /** The set cannot find an inbox whose size has changed, so the inbox is taken out meanwhile. */
    private void change(Inbox inbox, Runnable change) {
        bySize.remove(inbox);
        bytes -= inbox.bytes();
        change.run();
        bytes += inbox.bytes();
        if (inbox.isForgettable()) {
            byName.remove(inbox.name());
        } else {
            byName.put(inbox.name(), inbox);
            bySize.add(inbox);
        }
    }
}
