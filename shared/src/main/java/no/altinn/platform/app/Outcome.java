package no.altinn.platform.app;

import no.altinn.platform.http.Accept;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.log.LogText;

import java.util.Map;

/**
 * What became of one request.
 *
 * @param answer what the client gets
 * @param reason why the request was refused, which may quote the request; empty for no reason given
 */
record Outcome(Answer answer, String reason) {

    /** A request that was answered as asked. */
    static Outcome of(Answer answer) {
        return new Outcome(answer, "");
    }

    /** A request that was not, told in the form that the client asks for. */
    static Outcome of(Problem problem, Accept accept) {
        return new Outcome(problem.answer(accept), problem.reason().orElse(""));
    }

    /** The same with these headers in the answer, too. */
    Outcome with(Map<String, String> headers) {
        Answer complete = answer;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            complete = complete.with(header.getKey(), header.getValue());
        }
        return new Outcome(complete, reason);
    }

    /** The reason as a part of a line of the log; empty for none. */
    String logged() {
        return reason.isEmpty() ? "" : " reason=" + LogText.quoted(reason);
    }
}
