package no.altinn.events.publish;

import no.altinn.events.event.BatchPlace;
import no.altinn.events.event.Event;

import java.util.List;
import java.util.Optional;

/** The policy does not permit what the caller asks for. The caller reads the message. */
public final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String logged;

    private NotPermitted(String message, String logged) {
        super(message);
        this.logged = logged;
    }

    /**
     * An event that may not be published.
     *
     * @param events all events of the call
     * @param index the place of the refused one
     */
    static NotPermitted toPublish(List<Event> events, int index) {
        Event event = events.get(index);
        String why =
                ("The policy gives the caller no permit for the action 'publish' on"
                                + " the resource '%s'.")
                        .formatted(event.resource());
        return events.size() == 1
                ? new NotPermitted(why, why)
                : new NotPermitted(
                        BatchPlace.of(index, Optional.of(event.id())) + ": " + why,
                        BatchPlace.of(index) + ": " + why);
    }

    /** The message as the log has it: without the event's id, which may name a person. */
    public String logged() {
        return logged;
    }
}
