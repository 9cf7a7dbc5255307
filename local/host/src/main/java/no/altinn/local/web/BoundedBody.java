package no.altinn.local.web;

import no.altinn.platform.http.Answer;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the request bodies of stand-ins without holding a thread, up to {@link #MAX_BYTES}. */
public final class BoundedBody implements BodyReader.Outcome {
    /** The most that a body may have: 1 MiB. */
    public static final int MAX_BYTES = 1024 * 1024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Consumer<String> use;

    private BoundedBody(
            Request request, Response response, Callback callback, Consumer<String> use) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.use = use;
    }

    /**
     * Reads the whole body as UTF-8 text and hands it on. Bytes that are no UTF-8 become U+FFFD. If
     * the body is too large, the answer is 413; if it breaks off, the exchange fails.
     *
     * @param use gets the text, completes the callback
     */
    public static void read(
            Request request, Response response, Callback callback, Consumer<String> use) {
        BodyReader.read(request, MAX_BYTES, new BoundedBody(request, response, callback, use));
    }

    @Override
    public boolean answersWithoutBody() {
        return false;
    }

    @Override
    public void complete(byte[] body) {
        use.accept(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void tooLarge() {
        Callback then = UnreadBody.behind(request, response, callback);
        Answers.write(Answer.empty(413), response, then);
    }

    @Override
    public void failed(Throwable cause) {
        callback.failed(cause);
    }
}
