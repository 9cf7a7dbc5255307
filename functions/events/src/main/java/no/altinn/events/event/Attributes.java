package no.altinn.events.event;

import java.util.Optional;

/** The attributes of one event; its data is none of them. */
@FunctionalInterface
public interface Attributes {
    /**
     * The value of an attribute.
     *
     * @param name as CloudEvents has it: lower-case letters and digits
     * @return empty if the event has no such attribute
     */
    Optional<AttributeValue> find(String name);
}
