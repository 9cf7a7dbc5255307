package no.altinn.platform.pdp;

import java.util.List;

/** Who knows the policies. Implementations are thread-safe. */
@FunctionalInterface
public interface PolicyDecisionPoint {
    /**
     * Decides on requests, all or none.
     *
     * @param requests any number
     * @return one decision a request, in the requests' order
     * @throws DecisionPointUnavailable if any of them could not be decided
     */
    List<Decision> decide(List<DecisionRequest> requests);
}
