package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

import java.util.concurrent.TimeoutException;

/**
 * A request whose body must come in time, and whose bytes count among those that are held until the
 * request is done. The reader gets a failure that is answered with 408 or 503.
 */
final class PacedRequest extends Request.Wrapper {
    private static final String FULL =
            "Too many bodies are held at once. Send the request again in a few seconds.";

    private final Response response;
    private final HttpLimits.Pace pace;
    private final HeldBodies bodies;
    private final Progress progress;
    private final PaceWatch watch;
    private long held; // guarded by this
    private boolean isOver; // guarded by this
    private boolean isPassedOn; // guarded by this

    PacedRequest(Request request, Response response, HttpLimits.Pace pace, HeldBodies bodies) {
        super(request);
        this.response = response;
        this.pace = pace;
        this.bodies = bodies;
        this.progress =
                new Progress(pace, request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH));
        this.watch =
                new PaceWatch(
                        progress,
                        pace,
                        request.getComponents().getScheduler(),
                        () -> request.fail(late()));
    }

    private HttpException.RuntimeException late() {
        return new HttpException.RuntimeException(
                408,
                "The body has not come in time: up to %d bytes have %d s, and a larger one must come with %d bytes per second."
                        .formatted(
                                pace.smallBytes(),
                                pace.smallTime().toSeconds(),
                                pace.bytesPerSecond()));
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk == null) {
            return null;
        }
        if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
            watch.stop();
        }
        if (Content.Chunk.isFailure(chunk)) {
            return chunk.getFailure() instanceof TimeoutException ? failed(late()) : chunk;
        }
        int size = chunk.remaining();
        progress.passed(size);
        // The reader throws away the bytes that come after the answer.
        if (response.isCommitted() || hold(size)) {
            return chunk;
        }
        chunk.release();
        return failed(new HttpException.RuntimeException(503, FULL));
    }

    private Content.Chunk failed(Throwable failure) {
        watch.stop();
        return Content.Chunk.from(failure, true);
    }

    /** From now on no byte is held: the reader passes each on before it reads the next. */
    synchronized void passOn() {
        isPassedOn = true;
    }

    private synchronized boolean hold(int size) {
        // Bytes that are read after the end would never be given back.
        if (isOver || isPassedOn) {
            return true;
        }
        if (!bodies.take(size)) {
            return false;
        }
        held += size;
        return true;
    }

    @Override
    public void demand(Runnable task) {
        watch.start();
        super.demand(task);
    }

    /** The request is over. */
    void done() {
        watch.stop();
        synchronized (this) {
            isOver = true;
            bodies.give(held);
            held = 0;
        }
    }
}
