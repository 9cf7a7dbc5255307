package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.List;

/** Whether a text is, or is not, as a pattern says (§3.4.3). */
record Like(Node operand, LikePattern pattern, boolean isNegated) implements Node {
    @Override
    public AttributeValue evaluate(Evaluation in) {
        AttributeValue value = operand.evaluate(in);
        if (in.hasFailed()) {
            return FALSE;
        }
        String text = in.text(value);
        return Node.of(in.spend(pattern.work(text)) && pattern.matches(text) != isNegated);
    }

    @Override
    public List<Node> parts() {
        return List.of(operand);
    }
}
