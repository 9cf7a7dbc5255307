package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.happening.EventsApi;
import no.altinn.rest.happening.RefusedEvent;

import java.util.Set;

/** The platform's Events API. Thread-safe. */
public final class HttpEventsApi implements EventsApi {
    /** What says that the event is at fault, and not the token or the way. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413);

    private final PlatformService events;

    /**
     * @param events what {@code events/api/v1} is below
     */
    public HttpEventsApi(PlatformService events) {
        this.events = events;
    }

    @Override
    public void store(ObjectNode event) {
        Reply reply =
                events.post(
                        "events/api/v1/storage/events",
                        event.toString(),
                        "application/cloudevents+json");
        if (REFUSALS.contains(reply.status())) {
            throw new RefusedEvent(reply.toString());
        }
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
    }
}
