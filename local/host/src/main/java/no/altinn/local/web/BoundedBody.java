package no.altinn.local.web;

import no.altinn.platform.http.Answer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads request bodies without holding a thread, up to {@link #MAX_BYTES}. */
public final class BoundedBody {
    /** The most that a body may have: 1 MiB. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final long MOST_DISCARDED = 16L * MAX_BYTES;

    private BoundedBody() {}

    /**
     * Reads the whole body as UTF-8 text and hands it on. Bytes that are no UTF-8 become U+FFFD. If
     * the body is too large, the answer is 413; if it breaks off, the exchange fails.
     *
     * @param use gets the text, completes the callback
     */
    public static void read(
            Request request, Response response, Callback callback, Consumer<String> use) {
        long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (length > MAX_BYTES) {
            refuse(length, request, response, callback);
            return;
        }
        Content.Source.asByteArrayAsync(
                request,
                MAX_BYTES,
                Promise.Invocable.from(
                        Invocable.InvocationType.BLOCKING,
                        bytes -> use.accept(new String(bytes, StandardCharsets.UTF_8)),
                        failure -> refuse(response, callback, failure)));
    }

    /**
     * If the connection is closed while a client still sends, the client may never see the answer.
     * So a body that is not much too large is read to its end first.
     */
    private static void refuse(long length, Request request, Response response, Callback callback) {
        Callback answer =
                Callback.from(
                        () -> Answers.write(Answer.empty(413), response, callback),
                        callback::failed);
        if (length > MOST_DISCARDED) {
            answer.succeeded();
        } else {
            Content.Source.consumeAll(request, answer);
        }
    }

    private static void refuse(Response response, Callback callback, Throwable failure) {
        // Jetty throws this exception for too much content, and others for a broken connection.
        if (failure instanceof IllegalStateException) {
            Answers.write(Answer.empty(413), response, callback);
        } else {
            callback.failed(failure);
        }
    }
}
