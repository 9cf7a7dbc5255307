package no.altinn.events.query;

import no.altinn.events.event.Event;
import no.altinn.platform.auth.AltinnToken;

import java.util.List;

/** Who may read which events. */
@FunctionalInterface
public interface ReadPolicy {
    /** Those of the events that the caller may read, in the same order. */
    List<Event> readable(AltinnToken caller, List<Event> events);
}
