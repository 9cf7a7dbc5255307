package no.altinn.platform.pdp;

import no.altinn.platform.client.Call;
import no.altinn.platform.client.ErrorAnswer;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** One call of Altinn Authorization. Thread-safe. */
final class DecisionCall {
    /** How many requests one call carries at most. */
    static final int MOST_REQUESTS = 100;

    /** What a request that cannot be read may be answered with, for all requests of its call. */
    private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

    /** What a request may be answered with that the service stumbles over. */
    private static final int FAILED = 500;

    private final PlatformHttp http;
    private final URI decision;
    private final String subscriptionKey;

    DecisionCall(PlatformHttp http, URI decision, String subscriptionKey) {
        this.http = http;
        this.decision = decision;
        this.subscriptionKey = subscriptionKey;
    }

    /**
     * Asks for decisions, all or none.
     *
     * @param requests 1 to {@link #MOST_REQUESTS}
     * @throws Undecidable if the answer says that some of them cannot be decided
     * @throws DecisionPointUnavailable if there is no other answer either
     */
    List<Decision> on(List<DecisionRequest> requests) {
        Call call =
                Call.post(decision, RequestJson.write(requests))
                        .with("Ocp-Apim-Subscription-Key", subscriptionKey);
        try {
            Reply reply = http.send(call);
            if (REFUSED.contains(reply.status())) {
                throw new Undecidable(reply.toString());
            }
            if (reply.status() != 200) {
                throw new DecisionPointUnavailable(reply.toString());
            }
            return Correlation.correlate(requests, ResultJson.read(reply.json()));
        } catch (DecisionPointUnavailable e) {
            throw e;
        } catch (ErrorAnswer e) {
            throw e.status() == FAILED
                    ? new Undecidable(e.getMessage(), e)
                    : new DecisionPointUnavailable(e.getMessage(), e);
        } catch (Unavailable e) {
            throw new DecisionPointUnavailable(e.getMessage(), e);
        }
    }
}
