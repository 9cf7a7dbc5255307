package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * A response that a client must take in time, or its connection is closed. It is written in slices:
 * the JDK copies what one write is given into memory outside the heap, all of it at once.
 */
final class PacedResponse extends Response.Wrapper {
    private static final int SLICE = 64 * 1024;

    private final HttpLimits.Pace pace;
    private Optional<Paced> stream = Optional.empty();

    PacedResponse(Request request, Response response, HttpLimits.Pace pace) {
        super(request, response);
        this.pace = pace;
    }

    /** How fast bytes are taken, and who looks at it. */
    private record Paced(Progress progress, PaceWatch watch) {}

    private Paced paced(long length) {
        Progress progress = new Progress(pace, length);
        return new Paced(
                progress,
                new PaceWatch(
                        progress,
                        pace,
                        getRequest().getComponents().getScheduler(),
                        this::closeConnection));
    }

    private void closeConnection() {
        getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new TimeoutException("The client takes its answer too slowly"));
    }

    /** What is written from now on is one body of this length, in as many writes as it takes. */
    void stream(long length) {
        Paced whole = paced(length);
        stream = Optional.of(whole);
        whole.watch().start();
    }

    /** The exchange is over. */
    void done() {
        stream.ifPresent(whole -> whole.watch().stop());
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        ByteBuffer rest = content == null ? ByteBuffer.allocate(0) : content;
        boolean isWhole = last && !isCommitted();
        if (isWhole && rest.remaining() > SLICE) {
            getHeaders().put(HttpHeader.CONTENT_LENGTH, rest.remaining());
        }
        Slices slices =
                new Slices(last, rest, callback, stream.orElseGet(() -> paced(rest.remaining())));
        slices.iterate();
        slices.paced.watch().start();
    }

    private void writeSlice(boolean last, ByteBuffer slice, Callback callback) {
        super.write(last, slice, callback);
    }

    private final class Slices extends IteratingCallback {
        private final boolean last;
        private final ByteBuffer rest;
        private final Callback callback;
        private final Paced paced;
        private int writing;
        private boolean begun;

        Slices(boolean last, ByteBuffer rest, Callback callback, Paced paced) {
            this.last = last;
            this.rest = rest;
            this.callback = callback;
            this.paced = paced;
        }

        @Override
        protected Action process() {
            paced.progress().passed(writing);
            if (begun && !rest.hasRemaining()) {
                return Action.SUCCEEDED;
            }
            begun = true;
            writing = Math.min(SLICE, rest.remaining());
            ByteBuffer slice = rest.slice(rest.position(), writing);
            rest.position(rest.position() + writing);
            writeSlice(last && !rest.hasRemaining(), slice, this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            if (last || stream.isEmpty()) {
                paced.watch().stop();
            }
            callback.succeeded();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            paced.watch().stop();
            callback.failed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return callback.getInvocationType();
        }
    }
}
