package no.altinn.acceptance.infrastructure;

import java.util.List;
import java.util.function.Function;

/**
 * What always holds. Immutable.
 *
 * @param sentence says it
 * @param faults tells what is against it, each in a line
 */
record Rule(String sentence, Function<Infrastructure, List<String>> faults) {
    List<String> faultsOf(Infrastructure infrastructure) {
        return faults.apply(infrastructure).stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return sentence;
    }
}
