package no.altinn.fuzz;

import java.util.List;
import java.util.function.Consumer;

/**
 * A reader of what others write, and the property that each of its inputs must have: it becomes a
 * value, or the exception that the reader's documentation names. Immutable.
 *
 * @param name by which the command finds it
 * @param property takes an input, and throws for one without the property
 * @param seeds inputs to begin with, which must have the property
 */
record Target(String name, Consumer<String> property, List<String> seeds) {
    Target {
        seeds = List.copyOf(seeds);
    }

    static Target of(String name, Consumer<String> property, String... seeds) {
        return new Target(name, property, List.of(seeds));
    }

    @Override
    public String toString() {
        return name;
    }
}
