package no.altinn.events.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Retries in memory, in the order in which they were scheduled. */
final class FakeRetryQueue implements RetryQueue {
    /** A retry, and when it is due. */
    record Scheduled(Retry retry, Duration delay) {}

    private final List<Scheduled> scheduled = new ArrayList<>();

    @Override
    public synchronized void schedule(Retry retry, Duration delay) {
        scheduled.add(new Scheduled(retry, delay));
    }

    /** What was scheduled since the last time. */
    synchronized List<Scheduled> take() {
        List<Scheduled> taken = List.copyOf(scheduled);
        scheduled.clear();
        return taken;
    }
}
