package no.altinn.local.host.http;

import no.altinn.local.web.Answers;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a front answers by itself. Thread-safe. */
final class FrontAnswers {
    private static final String TOO_LARGE =
            "The body must not be over %d MiB.".formatted(FunctionsHandler.BODY_LIMIT >> 20);

    private final RefusalForm form;

    FrontAnswers(RefusalForm form) {
        this.form = form;
    }

    /** There are too many transfers. */
    void full(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, HostErrors.RETRY_AFTER);
        refuse(
                503,
                "Too many files are on their way. Try again in a few seconds.",
                request,
                response,
                callback);
    }

    /** The store of the files does not do its part. */
    void away(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, HostErrors.RETRY_AFTER);
        refuse(503, "The file cannot be stored or fetched now.", request, response, callback);
    }

    /** The host has refused a request without a word; the response has its status. */
    void explain(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String usual = HttpStatus.getMessage(status);
        refuse(status, status == 413 ? TOO_LARGE : usual, request, response, callback);
    }

    private void refuse(
            int status, String detail, Request request, Response response, Callback callback) {
        ReasonPhrases.say(request, response, detail);
        Answers.write(form.answer(request, status, detail), response, callback);
    }
}
