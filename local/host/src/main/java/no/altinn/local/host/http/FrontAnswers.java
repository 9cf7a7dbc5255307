package no.altinn.local.host.http;

import no.altinn.local.web.Answers;
import no.altinn.platform.http.Problem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a front answers by itself. */
final class FrontAnswers {
    private FrontAnswers() {}

    /** There are too many transfers. */
    static void full(Response response, Callback callback) {
        refuse("Too many files are on their way. Try again in a few seconds.", response, callback);
    }

    /** The store of the files does not do its part. */
    static void away(Response response, Callback callback) {
        refuse("The file cannot be stored or fetched now.", response, callback);
    }

    private static void refuse(String detail, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, HostErrors.RETRY_AFTER);
        Answers.write(Problem.of(503, detail).answer(), response, callback);
    }
}
