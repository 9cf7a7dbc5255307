package no.altinn.platform.pdp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds out which result answers which request. A result whose request is not certain is an error:
 * a permit on the wrong request would give one party's events to another.
 */
final class Correlation {
    private Correlation() {}

    /**
     * Puts the decisions into the requests' order: by position when the counts agree and no result
     * contradicts its position, else by what the results repeat.
     *
     * @throws Undecidable if some request has not exactly one result
     */
    static List<Decision> correlate(List<DecisionRequest> requests, List<Result> results) {
        if (inOrder(requests, results)) {
            return results.stream().map(Result::decision).toList();
        }
        Map<IncludedAttributes, Decision> byIncluded = new HashMap<>();
        for (Result result : results) {
            if (byIncluded.put(result.included(), result.decision()) != null) {
                throw uncertain();
            }
        }
        List<IncludedAttributes> expected =
                requests.stream().map(IncludedAttributes::expectedOf).toList();
        if (expected.stream().distinct().count() != results.size()
                || expected.size() != results.size()
                || expected.stream().anyMatch(IncludedAttributes::isEmpty)
                || !byIncluded.keySet().containsAll(expected)) {
            throw uncertain();
        }
        return expected.stream().map(byIncluded::get).toList();
    }

    private static boolean inOrder(List<DecisionRequest> requests, List<Result> results) {
        return requests.size() == results.size()
                && IntStream.range(0, results.size())
                        .allMatch(i -> results.get(i).included().agreesWith(requests.get(i)));
    }

    private static Undecidable uncertain() {
        return new Undecidable("The decision point's results fit no requests");
    }
}
