package no.altinn.events.publish;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.policy.Scopes;
import no.altinn.platform.auth.AltinnToken;

import java.util.List;
import java.util.OptionalInt;

/** Accepts events from publishers. All events of one call are accepted, or none. Thread-safe. */
public final class PublishEvent {
    private final PublishPolicy policy;
    private final EventStore events;

    public PublishEvent(PublishPolicy policy, EventStore events) {
        this.policy = policy;
        this.events = events;
    }

    /**
     * Makes the events durable; when this returns, they will be read and pushed, whatever dies
     * afterwards.
     *
     * @param accepted one to 1 000 events
     * @throws NotPermitted if the policy does not permit all of them; nothing is stored
     */
    public void accept(AltinnToken caller, List<Event> accepted) {
        if (!caller.hasScope(Scopes.PUBLISH_ADMIN)) {
            OptionalInt refused = policy.firstRefused(caller, accepted);
            if (refused.isPresent()) {
                throw NotPermitted.toPublish(accepted, refused.getAsInt());
            }
        }
        events.append(accepted);
    }

    /** Makes events durable that another part of the platform has already authorised. */
    public void accept(List<Event> trusted) {
        events.append(trusted);
    }
}
