package no.altinn.bench.day;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The measures of a platform at one moment.
 *
 * @param second since the mixed day began
 * @param values the measures by their names
 */
record Sample(double second, Map<String, Double> values) {
    Sample {
        values = Map.copyOf(values);
    }

    OptionalDouble value(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
