package no.altinn.acceptance.infrastructure;

import java.util.List;
import java.util.function.Function;

/**
 * A rule that every deployment keeps. Immutable.
 *
 * @param sentence the rule in words
 * @param faults finds the faults against the rule, a line each
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
