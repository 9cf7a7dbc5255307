package no.altinn.platform.app;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

/** What one HTTP function does with a request. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers the request.
     *
     * @throws Problem when it cannot be answered as asked
     */
    Answer answer(Exchange exchange);
}
