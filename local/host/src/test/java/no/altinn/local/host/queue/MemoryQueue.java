package no.altinn.local.host.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue in memory whose time is a clock's. */
public final class MemoryQueue implements QueueSource {
    private final Map<String, QueueMessage> messages = new LinkedHashMap<>();
    private final Map<String, List<String>> moved = new LinkedHashMap<>();
    private final Clock clock;
    private final Deque<Throwable> failures = new ArrayDeque<>();
    private int largestReceive;

    public MemoryQueue(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add(String id, String text, Instant visible) {
        Instant now = clock.instant();
        messages.put(
                id, new QueueMessage(id, "", 0, now, now.plus(Duration.ofDays(7)), visible, text));
    }

    public synchronized boolean isEmpty() {
        return messages.isEmpty();
    }

    public synchronized List<String> moved(String queue) {
        return List.copyOf(moved.getOrDefault(queue, List.of()));
    }

    public synchronized int largestReceive() {
        return largestReceive;
    }

    /** The next calls to receive throw these, one each. */
    public synchronized void failReceiving(Throwable... failure) {
        failures.addAll(List.of(failure));
    }

    private void fail() {
        Throwable failure = failures.poll();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    @Override
    public synchronized List<QueueMessage> receive(int max, Duration visibility) {
        fail();
        Instant now = clock.instant();
        largestReceive = Math.max(largestReceive, max);
        List<QueueMessage> received =
                messages.values().stream()
                        .filter(message -> !message.nextVisible().isAfter(now))
                        .limit(max)
                        .map(message -> hidden(message, now.plus(visibility)))
                        .toList();
        received.forEach(message -> messages.put(message.id(), message));
        return received;
    }

    private static QueueMessage hidden(QueueMessage message, Instant until) {
        int count = message.dequeueCount() + 1;
        return new QueueMessage(
                message.id(),
                "receipt-" + count,
                count,
                message.inserted(),
                message.expires(),
                until,
                message.text());
    }

    @Override
    public synchronized void delete(QueueMessage message) {
        messages.remove(message.id(), message);
    }

    @Override
    public synchronized void release(QueueMessage message) {
        messages.put(
                message.id(),
                new QueueMessage(
                        message.id(),
                        message.popReceipt(),
                        message.dequeueCount(),
                        message.inserted(),
                        message.expires(),
                        clock.instant(),
                        message.text()));
    }

    @Override
    public synchronized void moveTo(String queue, QueueMessage message) {
        messages.remove(message.id());
        moved.computeIfAbsent(queue, name -> new ArrayList<>()).add(message.text());
    }

    @Override
    public synchronized Optional<Instant> nextVisible() {
        Instant now = clock.instant();
        return messages.values().stream()
                .map(QueueMessage::nextVisible)
                .filter(visible -> visible.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
