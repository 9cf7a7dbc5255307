package no.altinn.local.web;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

/** Answers the requests of one path and method of a stand-in. Implementations are thread-safe. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers a request.
     *
     * @throws Problem to refuse the request
     */
    Answer answer(Request request);
}
