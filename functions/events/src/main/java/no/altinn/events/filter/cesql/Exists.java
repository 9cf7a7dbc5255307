package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.List;

/** Whether the event has an attribute (§3.4.4). */
record Exists(String name) implements Node {
    @Override
    public AttributeValue evaluate(Evaluation in) {
        return Node.of(in.has(name));
    }

    @Override
    public List<Node> parts() {
        return List.of();
    }
}
