package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.io.ByteArrayOutputStream;

/**
 * Reads a request's body without holding a thread while the client is slow. A body of unknown
 * length (chunked) is read to its end and thrown away: to functions it arrives empty, as in Azure.
 */
final class BodyReader implements Runnable {
    private static final int FIRST_SIZE = 64 * 1024;

    /** How the read ends: the reader calls exactly one of these methods, once. */
    interface Outcome {
        void complete(byte[] body);

        void tooLarge();

        void failed(Throwable cause);
    }

    private final Request request;
    private final long limit;
    private final Outcome outcome;
    private final long declared;
    private final ByteArrayOutputStream body;
    private long received;

    private BodyReader(Request request, long limit, Outcome outcome) {
        this.request = request;
        this.limit = limit;
        this.outcome = outcome;
        this.declared = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        // A client may claim a length that it never sends, so the length alone gets no more memory.
        this.body = new ByteArrayOutputStream((int) Math.max(0, Math.min(declared, FIRST_SIZE)));
    }

    /**
     * Reads, on this thread and then on the server's as bytes come.
     *
     * @param limit the most bytes that are taken
     */
    static void read(Request request, long limit, Outcome outcome) {
        BodyReader reader = new BodyReader(request, limit, outcome);
        if (reader.declared > limit) {
            outcome.tooLarge();
        } else {
            reader.run();
        }
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
                outcome.failed(chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            take(chunk);
            if (received > limit) {
                outcome.tooLarge();
                return;
            }
            if (last) {
                outcome.complete(body.toByteArray());
                return;
            }
        }
    }

    private void take(Content.Chunk chunk) {
        int size = chunk.remaining();
        received += size;
        if (declared > 0 && size > 0) {
            byte[] bytes = new byte[size];
            chunk.getByteBuffer().get(bytes);
            body.write(bytes, 0, size);
        }
        chunk.release();
    }
}
