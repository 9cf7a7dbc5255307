package no.altinn.platform.pdp;

import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Asks Altinn Authorization, at most 100 requests a call. Thread-safe. */
public final class HttpPolicyDecisionPoint implements PolicyDecisionPoint {
    private static final int MAX_REFERENCES = 100;

    private final PlatformHttp http;
    private final URI decision;
    private final String subscriptionKey;

    /**
     * @param authorizationBase what {@code decision} is below; ends with a slash
     * @param subscriptionKey the key of the platform's gateway
     */
    public HttpPolicyDecisionPoint(
            PlatformHttp http, URI authorizationBase, String subscriptionKey) {
        this.http = http;
        this.decision = authorizationBase.resolve("decision");
        this.subscriptionKey = subscriptionKey;
    }

    @Override
    public List<Decision> decide(List<DecisionRequest> requests) {
        List<Decision> decisions = new ArrayList<>(requests.size());
        for (int from = 0; from < requests.size(); from += MAX_REFERENCES) {
            int to = Math.min(from + MAX_REFERENCES, requests.size());
            decisions.addAll(ask(requests.subList(from, to)));
        }
        return List.copyOf(decisions);
    }

    private List<Decision> ask(List<DecisionRequest> requests) {
        Call call =
                Call.post(decision, RequestJson.write(requests))
                        .with("Ocp-Apim-Subscription-Key", subscriptionKey);
        try {
            Reply reply = http.send(call);
            if (reply.status() != 200) {
                throw new DecisionPointUnavailable(reply.toString());
            }
            return Correlation.correlate(requests, ResultJson.read(reply.json()));
        } catch (DecisionPointUnavailable e) {
            throw e;
        } catch (Unavailable e) {
            throw new DecisionPointUnavailable(e.getMessage(), e);
        }
    }
}
