package no.altinn.local;

import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.local.backend.Backend;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.apps.TriggerSources;
import no.altinn.local.host.changefeed.ChangeFeedConsumer;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.rest.record.Tables;

import java.util.Optional;
import java.util.Set;

/** The change feeds and the queues of a backend, by the names that triggers call them. */
record BackendSources(Backend backend) implements TriggerSources {
    /** The app whose checkpoints have the function's name alone, as those in older folders have. */
    static final String EVENTS = "events";

    private static final String POISON = "-poison";
    private static final Set<String> QUEUES =
            Set.of(
                    RetryMessage.DELIVERIES,
                    RetryMessage.RELAYS,
                    RetryMessage.VALIDATIONS,
                    RetryMessage.PROBES,
                    RetryMessage.JOBS);

    @Override
    public Optional<ChangeFeedSource> changeFeed(
            Trigger.CosmosDb container, ChangeFeedConsumer consumer) {
        String name = container.container();
        return switch (container.database()) {
            case Containers.DATABASE ->
                    name.equals(Containers.EVENTS.name())
                            ? Optional.of(backend.changeFeed(stored(consumer)))
                            : Optional.empty();
            case Tables.DATABASE ->
                    Tables.ALL.stream()
                            .filter(table -> table.isFed() && table.name().equals(name))
                            .findFirst()
                            .map(table -> backend.changeFeed(table, stored(consumer)));
            default -> Optional.empty();
        };
    }

    /** A full stop is in no function's name, so no two consumers share a stored name. */
    private static String stored(ChangeFeedConsumer consumer) {
        return consumer.app().equals(EVENTS)
                ? consumer.function()
                : consumer.app() + "." + consumer.function();
    }

    @Override
    public Optional<QueueSource> queue(Trigger.Queue queue) {
        String name = queue.queueName();
        String origin =
                name.endsWith(POISON) ? name.substring(0, name.length() - POISON.length()) : name;
        return QUEUES.contains(origin) ? Optional.of(backend.queue(name)) : Optional.empty();
    }

    @Override
    public void onMessage(Runnable listener) {
        backend.onMessage(listener);
    }
}
