package no.altinn.events.erase;

import no.altinn.events.event.EventStore;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases an event that was published by mistake. Its data is gone; its place, id and deliveries
 * stay. No further attempt pushes it: a delivery that is due is cancelled at its turn. Thread-safe.
 */
public final class EraseEvent {
    private static final Logger LOG = LoggerFactory.getLogger(EraseEvent.class);

    private final EventStore events;

    /** Erases events of this store. */
    public EraseEvent(EventStore events) {
        this.events = events;
    }

    /**
     * Erases an event. An event that is erased already stays so.
     *
     * @throws UnknownEvent if there is no such event
     * @throws Unavailable if the store is away
     */
    public void erase(EventToErase wanted) {
        if (wanted.keys().stream().noneMatch(events::erase)) {
            throw new UnknownEvent();
        }
        LOG.info("erased event on {}", wanted.resource());
    }
}
