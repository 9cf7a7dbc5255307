package no.altinn.local.host.changefeed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** A change feed over a list; a position is the number of documents up to it. */
public final class ListedFeed implements ChangeFeedSource {
    private final List<String> documents = new ArrayList<>();
    private int position;
    private boolean nextCheckpointFails;
    private final Deque<Throwable> failures = new ArrayDeque<>();

    public synchronized void add(String... added) {
        documents.addAll(List.of(added));
        notifyAll();
    }

    public synchronized int position() {
        return position;
    }

    public synchronized void failNextCheckpoint() {
        nextCheckpointFails = true;
    }

    /** The next calls for documents throw these, one each. */
    public synchronized void failNext(Throwable... failure) {
        failures.addAll(List.of(failure));
    }

    @Override
    public synchronized List<ChangedDocument> next(int max, Duration wait)
            throws InterruptedException {
        Throwable failure = failures.poll();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        long end = System.nanoTime() + wait.toNanos();
        while (position == documents.size() && System.nanoTime() < end) {
            wait(10);
        }
        return IntStream.range(position, Math.min(documents.size(), position + max))
                .mapToObj(i -> new ChangedDocument(Integer.toString(i + 1), documents.get(i)))
                .toList();
    }

    @Override
    public synchronized void checkpoint(String reached) {
        if (nextCheckpointFails) {
            nextCheckpointFails = false;
            throw new IllegalStateException("disk full");
        }
        position = Integer.parseInt(reached);
    }
}
