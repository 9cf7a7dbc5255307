package no.altinn.local.host.apps;

import no.altinn.local.host.Trigger;
import no.altinn.local.host.changefeed.ChangeFeedConsumer;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.queue.QueueSource;

import java.util.Optional;

/**
 * Where the host finds work for change-feed and queue triggers. The host asks for every source
 * once, when the triggers start. Implementations are thread-safe.
 */
public interface TriggerSources {
    /**
     * The change feed of a container, from the place that the consumer has reached.
     *
     * @param container names the database and the container
     * @return empty if there is no such container
     */
    Optional<ChangeFeedSource> changeFeed(Trigger.CosmosDb container, ChangeFeedConsumer consumer);

    /**
     * A queue.
     *
     * @param queue names the queue and the setting of its storage account
     * @return empty if there is no such queue
     */
    Optional<QueueSource> queue(Trigger.Queue queue);

    /**
     * Calls the listener whenever a message may have come into any queue, on the thread that added
     * the message. A source that cannot know when messages come never calls the listener.
     */
    void onMessage(Runnable listener);
}
