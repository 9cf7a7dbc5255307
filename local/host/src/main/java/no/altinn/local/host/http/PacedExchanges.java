package no.altinn.local.host.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Puts every exchange within the limits of what a client may hold, and for how long, and its answer
 * within HTTP.
 */
final class PacedExchanges extends Handler.Wrapper {
    private final HttpLimits.Pace pace;
    private final HeldBodies bodies;
    private final HeadWatch heads;

    PacedExchanges(Handler handler, HttpLimits limits, HeadWatch heads) {
        super(handler);
        this.pace = limits.pace();
        this.bodies = new HeldBodies(limits.bodyBytes());
        this.heads = heads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        heads.complete(connection);
        request.addHttpStreamWrapper(UntoldLengths::new);
        PacedRequest paced = new PacedRequest(request, response, pace, bodies);
        PacedResponse answer = new PacedResponse(paced, response, pace);
        Request.addCompletionListener(
                request,
                failure -> {
                    paced.done();
                    answer.done();
                    heads.awaitNext(connection);
                });
        return super.handle(paced, answer, callback);
    }
}
