package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What is declared once and made as often as a loop says, or on a condition. Immutable. */
final class Repeated {
    private final Evaluator evaluator;

    Repeated(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** One value, a list of a loop's, or null where the condition does not hold. */
    JsonNode value(Node body, BiFunction<Node, Evaluator, JsonNode> make) {
        if (body instanceof Node.If on) {
            return evaluator.holds(on.condition())
                    ? value(on.body(), make)
                    : NullNode.getInstance();
        }
        if (!(body instanceof Node.Loop loop)) {
            return make.apply(body, evaluator);
        }
        List<JsonNode> all = new ArrayList<>();
        int index = 0;
        for (JsonNode item : evaluator.value(loop.in())) {
            Evaluator inside = evaluator.in(loop, item, index++);
            all.add(new Repeated(inside).value(loop.body(), make));
        }
        return Instance.array(all);
    }
}
