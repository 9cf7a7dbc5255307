package no.altinn.local.host.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers with a status alone when no handler takes a request, or the request is no HTTP, as the
 * real host does.
 */
final class PlainErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().remove("Content-Type");
        callback.succeeded();
        return true;
    }
}
