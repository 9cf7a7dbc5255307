package no.altinn.local.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.io.ByteArrayOutputStream;

/**
 * Reads a request's body without holding a thread while the client is slow. Its memory grows with
 * the bytes that come, not with the length that a client announces.
 */
public final class BodyReader implements Runnable {
    /** So much is read before the outcome is asked whether it wants a body at all: 64 KiB. */
    private static final int FIRST_LOOK = 64 * 1024;

    private static final int FIRST_SIZE = 8 * 1024;

    /**
     * How the read ends. The reader calls one of the last three methods, once, unless the outcome
     * has answered without the body.
     */
    public interface Outcome {
        /**
         * More of the body is to come. The reader asks once at most, before it waits.
         *
         * @return whether the outcome has answered, and wants nothing more of the body
         */
        boolean answersWithoutBody();

        /** The whole body, within the limit; empty if it was thrown away. */
        void complete(byte[] body);

        /** The body is over the limit, or is announced to be; the rest of it has not been read. */
        void tooLarge();

        /** The body broke off, or came too slowly. */
        void failed(Throwable cause);
    }

    private final Request request;
    private final long limit;
    private final Outcome outcome;
    private final boolean keeps;
    private final ByteArrayOutputStream body;
    private long received;
    private boolean asked;

    private BodyReader(
            Request request, long limit, Outcome outcome, boolean keeps, long announced) {
        this.request = request;
        this.limit = limit;
        this.outcome = outcome;
        this.keeps = keeps;
        this.body = new ByteArrayOutputStream((int) Math.max(0, Math.min(announced, FIRST_SIZE)));
    }

    /**
     * Reads, on this thread and then on the server's as bytes come.
     *
     * @param limit the most bytes that are taken
     */
    public static void read(Request request, long limit, Outcome outcome) {
        start(request, limit, outcome, true);
    }

    /**
     * Reads a body and throws it away: the outcome gets no byte of it.
     *
     * @param limit the most bytes that are taken
     */
    public static void skip(Request request, long limit, Outcome outcome) {
        start(request, limit, outcome, false);
    }

    private static void start(Request request, long limit, Outcome outcome, boolean keeps) {
        long announced = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (announced > limit) {
            outcome.tooLarge();
        } else {
            new BodyReader(request, limit, outcome, keeps, announced).run();
        }
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (isAnswered(chunk)) {
                return;
            }
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

    private boolean isAnswered(Content.Chunk chunk) {
        if (asked || (chunk != null && (chunk.isLast() || received < FIRST_LOOK))) {
            return false;
        }
        asked = true;
        boolean answered = outcome.answersWithoutBody();
        if (answered && chunk != null) {
            chunk.release();
        }
        return answered;
    }

    private void take(Content.Chunk chunk) {
        received += chunk.remaining();
        if (keeps) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            body.write(bytes, 0, bytes.length);
        }
        chunk.release();
    }
}
