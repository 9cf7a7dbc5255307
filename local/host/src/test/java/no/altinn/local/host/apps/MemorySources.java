package no.altinn.local.host.apps;

import no.altinn.local.host.Trigger;
import no.altinn.local.host.changefeed.ChangeFeedConsumer;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.changefeed.ListedFeed;
import no.altinn.local.host.queue.MemoryQueue;
import no.altinn.local.host.queue.QueueSource;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One container and some queues in memory. */
final class MemorySources implements TriggerSources {
    private final Map<String, MemoryQueue> queues = new ConcurrentHashMap<>();
    private final Map<ChangeFeedConsumer, ListedFeed> feeds = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    MemorySources(String... queueNames) {
        for (String name : queueNames) {
            queues.put(name, new MemoryQueue(Clock.systemUTC()));
        }
    }

    void send(String queue, String text) {
        queues.get(queue).add(text, text, Clock.systemUTC().instant());
        listeners.forEach(Runnable::run);
    }

    /** Adds a document to the container, which every consumer sees. */
    void change(String document) {
        feeds.values().forEach(feed -> feed.add(document));
    }

    int reachedBy(ChangeFeedConsumer consumer) {
        return feeds.get(consumer).position();
    }

    @Override
    public Optional<ChangeFeedSource> changeFeed(
            Trigger.CosmosDb container, ChangeFeedConsumer consumer) {
        return container.database().equals("tiny") && container.container().equals("items")
                ? Optional.of(feeds.computeIfAbsent(consumer, name -> new ListedFeed()))
                : Optional.empty();
    }

    @Override
    public Optional<QueueSource> queue(Trigger.Queue queue) {
        return Optional.ofNullable(queues.get(queue.queueName()));
    }

    @Override
    public void onMessage(Runnable listener) {
        listeners.add(listener);
    }
}
