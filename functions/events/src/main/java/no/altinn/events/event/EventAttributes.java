package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All attributes of an event, its extensions among them. The event's text is read for them, so they
 * are taken once for an event and asked often. Immutable.
 */
public final class EventAttributes implements Attributes {
    private static final Set<String> DATA = Set.of("data", "data_base64");

    private final Map<String, AttributeValue> values;

    private EventAttributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    /** The attributes of an event. */
    public static EventAttributes of(Event event) {
        Map<String, AttributeValue> values = new HashMap<>();
        JsonMembers.ofObject(event.json())
                .forEach(
                        (name, member) -> {
                            if (!DATA.contains(name) && member.token() != JsonToken.VALUE_NULL) {
                                values.put(name, value(member));
                            }
                        });
        return new EventAttributes(values);
    }

    private static AttributeValue value(Value member) {
        if (member.token().isBoolean()) {
            return new AttributeValue.Truth(member.token() == JsonToken.VALUE_TRUE);
        }
        if (AttributeTypes.isInteger(member)) {
            return new AttributeValue.Whole(Integer.parseInt(member.text()));
        }
        // An earlier version accepted other JSON too: a scalar is its own text, the rest has none.
        return new AttributeValue.Text(member.text());
    }

    @Override
    public Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
