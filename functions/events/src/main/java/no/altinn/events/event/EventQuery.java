package no.altinn.events.event;

import java.util.List;

/**
 * What is to be read.
 *
 * @param conditions must all hold; none means every event of the stream
 */
public record EventQuery(EventStream stream, List<Condition> conditions) {
    public EventQuery {
        conditions = List.copyOf(conditions);
    }
}
