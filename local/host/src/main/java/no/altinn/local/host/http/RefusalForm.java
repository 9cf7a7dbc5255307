package no.altinn.local.host.http;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import org.eclipse.jetty.server.Request;

/** The form in which clients are told what the host refuses by itself. Thread-safe. */
@FunctionalInterface
public interface RefusalForm {
    /** Problem details (RFC 9457), whatever was asked. */
    RefusalForm PROBLEM = (request, status, detail) -> Problem.of(status, detail).answer();

    /**
     * What a client is answered.
     *
     * @param request what was asked; of a request whose head could not be read, the parts that came
     *     before the fault
     * @param status 400 to 599
     * @param detail what is wrong, for the client
     */
    Answer answer(Request request, int status, String detail);
}
