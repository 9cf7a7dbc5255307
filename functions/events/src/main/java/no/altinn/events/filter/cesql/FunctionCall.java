package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call of a function (§3.5).
 *
 * @param name in upper case
 * @param function the one with this name and so many parameters; empty if there is none
 */
record FunctionCall(String name, Optional<Function> function, List<Node> arguments)
        implements Node {
    /** A call of the function that has the name, written in any case, and so many parameters. */
    static FunctionCall of(String name, List<Node> arguments) {
        String upper = name.toUpperCase(Locale.ROOT);
        return new FunctionCall(upper, Function.find(upper, arguments.size()), arguments);
    }

    @Override
    public AttributeValue evaluate(Evaluation in) {
        if (function.isEmpty()) {
            in.fail(CesqlError.MISSING_FUNCTION);
            return FALSE;
        }
        List<AttributeValue> values = new ArrayList<>(arguments.size());
        for (Node argument : arguments) {
            values.add(argument.evaluate(in));
            if (in.hasFailed()) {
                return function.get().zero();
            }
        }
        return function.get().apply(in, values);
    }

    @Override
    public List<Node> parts() {
        return arguments;
    }

    @Override
    public boolean isNeverTruth() {
        return function.filter(one -> !one.zero().equals(FALSE)).isPresent();
    }

    @Override
    public Optional<String> missingFunction() {
        return function.isEmpty()
                ? Optional.of("%s with %d arguments".formatted(name, arguments.size()))
                : Node.super.missingFunction();
    }
}
