package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.List;

/** The value of an attribute (§3.2). */
record AttributeAccess(String name) implements Node {
    @Override
    public AttributeValue evaluate(Evaluation in) {
        return in.attribute(name);
    }

    @Override
    public List<Node> parts() {
        return List.of();
    }
}
