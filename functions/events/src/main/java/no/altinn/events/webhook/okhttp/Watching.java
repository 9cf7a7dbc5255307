package no.altinn.events.webhook.okhttp;

import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

import java.io.IOException;

/** Has the answer counted, so that its connection is spared when it may be used again. */
final class Watching implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection == null || !(connection.socket() instanceof Watched watched)) {
            throw new IllegalStateException("a connection whose bytes are not counted");
        }
        watched.wire().watch();
        Heard heard = chain.request().tag(Heard.class);
        if (heard != null) {
            heard.goesOver(connection.socket());
        }
        Response answer = chain.proceed(chain.request());
        watched.wire().answered(answer);
        return answer;
    }
}
