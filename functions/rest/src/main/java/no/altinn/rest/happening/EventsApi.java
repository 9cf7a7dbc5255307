package no.altinn.rest.happening;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stores events for those who subscribe to them. Implementations are thread-safe. */
@FunctionalInterface
public interface EventsApi {
    /**
     * Stores an event, unless one with its source and id is stored already. Durable when it
     * returns.
     *
     * @param event a CloudEvent
     * @throws RefusedEvent if the event will never be taken as it is
     * @throws no.altinn.platform.client.Unavailable if it may be taken later
     */
    void store(ObjectNode event);
}
