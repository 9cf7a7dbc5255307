package no.altinn.local.web;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

/** What one path and method of a stand-in answers. Implementations are thread-safe. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers a request.
     *
     * @throws Problem for a request that cannot be answered as asked
     */
    Answer answer(Request request);
}
