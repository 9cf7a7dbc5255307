package no.altinn.platform.pdp;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

    /**
     * Decides on requests, each for itself: a request that cannot be decided keeps no other from
     * its decision. Unless an implementation says more, it decides on all or none.
     *
     * @param requests any number
     * @return one answer a request, in the requests' order; empty when the request could not be
     *     decided now, which never is a permit
     */
    default List<Optional<Decision>> decideEach(List<DecisionRequest> requests) {
        try {
            return decide(requests).stream().map(Optional::of).toList();
        } catch (DecisionPointUnavailable e) {
            return Collections.nCopies(requests.size(), Optional.empty());
        }
    }
}
