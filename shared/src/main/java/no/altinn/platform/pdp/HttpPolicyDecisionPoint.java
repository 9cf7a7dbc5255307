package no.altinn.platform.pdp;

import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.SideBySide;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Altinn Authorization, at most 100 requests a call, calls side by side. Thread-safe. */
public final class HttpPolicyDecisionPoint implements PolicyDecisionPoint {
    private final DecisionCall call;
    private final SideBySide calls;
    private final RecentlyUndecidable undecidable;

    /**
     * @param authorizationBase what {@code decision} is below; ends with a slash
     * @param subscriptionKey the key of the platform's gateway
     * @param calls how many calls are made at once for one list of requests
     * @param clock tells for how long a request that cannot be decided is asked apart from others
     */
    public HttpPolicyDecisionPoint(
            PlatformHttp http,
            URI authorizationBase,
            String subscriptionKey,
            SideBySide calls,
            Clock clock) {
        this.call = new DecisionCall(http, authorizationBase.resolve("decision"), subscriptionKey);
        this.calls = calls;
        this.undecidable = new RecentlyUndecidable(clock);
    }

    @Override
    public List<Decision> decide(List<DecisionRequest> requests) {
        List<List<DecisionRequest>> parts = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += DecisionCall.MOST_REQUESTS) {
            int to = Math.min(from + DecisionCall.MOST_REQUESTS, requests.size());
            parts.add(requests.subList(from, to));
        }
        return calls.each(parts, call::on).stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Optional<Decision>> decideEach(List<DecisionRequest> requests) {
        return new DecisionRound(call, calls, undecidable, requests).decisions();
    }
}
