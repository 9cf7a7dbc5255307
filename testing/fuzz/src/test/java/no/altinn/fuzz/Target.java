package no.altinn.fuzz;

import java.util.List;
import java.util.function.Consumer;

/**
 * A reader of texts that others write, and the property of every input: the reader makes it a
 * value, or throws the exception that its documentation names. Immutable.
 *
 * @param name the name by which the command finds the target
 * @param property takes an input, and throws if the input breaks the property
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
