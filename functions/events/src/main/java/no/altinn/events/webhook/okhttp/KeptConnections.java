package no.altinn.events.webhook.okhttp;

import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

import java.io.IOException;

/**
 * Sends a request over a kept connection only when the answer before it was whole and the receiver
 * has been silent since. OkHttp looks at a kept connection after ten idle seconds alone.
 */
final class KeptConnections implements Interceptor {
    /** The connection was not good for another request, and nothing was sent. */
    static final class Stale extends IOException {
        private static final long serialVersionUID = 1L;

        Stale() {
            super("the kept connection is stale");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection == null || !(connection.socket() instanceof Watched watched)) {
            throw new IllegalStateException("a connection whose bytes are not counted");
        }
        Wire wire = watched.wire();
        int number = wire.begin();
        if (number == 0) {
            throw new Stale();
        }
        Heard heard = chain.request().tag(Heard.class);
        if (heard != null) {
            heard.goesOver(wire, number);
        }
        Response answer = chain.proceed(chain.request());
        wire.answered(answer);
        return answer;
    }
}
