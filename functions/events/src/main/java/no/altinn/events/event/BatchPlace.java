package no.altinn.events.event;

import java.util.Optional;

/** How a message names one event of a batch. */
public final class BatchPlace {
    private BatchPlace() {}

    /**
     * The event's name in the log: without its id, which may name a person.
     *
     * @param index the event's place in the batch, from 0 on
     */
    public static String of(int index) {
        return "Event [%d]".formatted(index);
    }

    /**
     * The event's name in a message to its sender.
     *
     * @param index the event's place in the batch, from 0 on
     * @param id the event's id; empty for an event without one
     */
    public static String of(int index, Optional<String> id) {
        String told = id.map(text -> "id '" + AttributeText.shown(text) + "'").orElse("no id");
        return "%s (%s)".formatted(of(index), told);
    }
}
