package no.altinn.local.store;

import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.RetryMessage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How late the queues are that {@link RetryMessage} names. Thread-safe. */
final class SqliteQueueAges implements QueueAges {
    private final SqliteQueues queues;
    private final Clock clock;

    /** Looks at these queues. */
    SqliteQueueAges(SqliteQueues queues, Clock clock) {
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public Map<String, Duration> oldest() {
        Instant now = clock.instant();
        Map<String, Duration> ages = new LinkedHashMap<>();
        for (String queue : RetryMessage.QUEUES) {
            ages.put(
                    queue,
                    queues.nextVisible(queue)
                            .filter(due -> due.isBefore(now))
                            .map(due -> Duration.between(due, now))
                            .orElse(Duration.ZERO));
        }
        return ages;
    }
}
