package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Truth;

import java.util.List;

/** A number, a text, true or false. */
record Literal(AttributeValue value) implements Node {
    @Override
    public AttributeValue evaluate(Evaluation in) {
        return value;
    }

    @Override
    public List<Node> parts() {
        return List.of();
    }

    @Override
    public boolean isNeverTruth() {
        return !(value instanceof Truth);
    }
}
