package no.altinn.local.web;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

/** What a stand-in answers about one of many things. Implementations are thread-safe. */
@FunctionalInterface
public interface ItemEndpoint {
    /**
     * Answers a request.
     *
     * @param item the path's segment that says which, as it was sent
     * @throws Problem for a request that cannot be answered as asked
     */
    Answer answer(Request request, String item);
}
