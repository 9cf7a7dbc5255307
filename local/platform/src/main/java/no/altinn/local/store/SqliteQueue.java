package no.altinn.local.store;

import no.altinn.local.host.queue.QueueMessage;
import no.altinn.local.host.queue.QueueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of the queues, as the function sees it that the queue fires. */
record SqliteQueue(SqliteQueues queues, String name) implements QueueSource {
    @Override
    public List<QueueMessage> receive(int max, Duration visibility) {
        return queues.receive(name, max, visibility);
    }

    @Override
    public void delete(QueueMessage message) {
        queues.delete(message);
    }

    @Override
    public void release(QueueMessage message) {
        queues.release(message, Duration.ZERO);
    }

    @Override
    public void moveTo(String queue, QueueMessage message) {
        queues.moveTo(queue, message);
    }

    @Override
    public Optional<Instant> nextVisible() {
        return queues.nextVisible(name);
    }
}
