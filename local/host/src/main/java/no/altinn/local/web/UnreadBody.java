package no.altinn.local.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The rest of a request's body that is answered without it. The answer announces that the
 * connection is closed after it. Bytes that still come are read and thrown away, so that a client
 * that sends first and reads then sees the answer and not a broken connection.
 */
public final class UnreadBody implements Runnable {
    /** A client that sends more than this after it has been answered is cut off: 16 MiB. */
    private static final long MOST_DISCARDED = 16L * 1024 * 1024;

    private final Request request;
    private final Callback callback;
    private long discarded;

    private UnreadBody(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /**
     * Announces the end of the connection; to be called before the answer is written.
     *
     * @param callback the exchange's
     * @return the callback for the answer's last write
     */
    public static Callback behind(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        // A client that waits for 100 (Continue) sends nothing after another status.
        boolean isHeldBack = request.getHeaders().contains(HttpHeader.EXPECT);
        return isHeldBack
                ? callback
                : Callback.from(new UnreadBody(request, callback), callback::failed);
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                callback.failed(chunk.getFailure());
                return;
            }
            discarded += chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (last || discarded > MOST_DISCARDED) {
                callback.succeeded();
                return;
            }
        }
    }
}
