package no.altinn.events.event;

import no.altinn.platform.log.LogText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that an event is not stored, since another one with its source and id is there. Stores call
 * it. It logs at the debug level, and does nothing while that is off. Thread-safe.
 */
public final class NotStored {
    private static final Logger LOG = LoggerFactory.getLogger(NotStored.class);

    private NotStored() {}

    /** Tells of an event that was appended, and of which nothing was stored. */
    public static void tell(Event event) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "event={} not stored again: source and id are there already",
                    LogText.word(event.id()));
        }
    }
}
