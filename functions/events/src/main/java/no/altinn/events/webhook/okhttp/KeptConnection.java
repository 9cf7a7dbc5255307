package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.WebhookReply;

import okio.AsyncTimeout;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A connection whose receiver may get more requests over it. OkHttp has made it and left it open.
 * It has one owner at a time: whoever waits with it, or whoever sends a request.
 */
final class KeptConnection {
    /** A connection idle for longer is not used again: soon enough its receiver closes it. */
    static final Duration MOST_IDLE = Duration.ofMillis(500);

    /** A connection this old is not used again, so that a host's new address comes into use. */
    static final Duration OLDEST = Duration.ofMinutes(1);

    /** How long the rest of an answer is listened to. Its status is known by then. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final Socket socket;
    private final Wire wire;
    private final LongSupplier nanos;
    private final long opened;
    private long idleSince;
    private boolean isWhole = true;
    // Set before a limit begins, and read by the thread that sees it pass.
    private volatile Runnable whenLate = KeptConnection::doNothing;
    private final AsyncTimeout limit =
            new AsyncTimeout() {
                @Override
                protected void timedOut() {
                    close();
                    whenLate.run();
                }
            };

    /**
     * A connection after an answer that was whole.
     *
     * @param socket a watched one
     * @param nanos a clock that only its differences tell anything of
     */
    KeptConnection(Socket socket, LongSupplier nanos) {
        this.socket = socket;
        this.wire = ((Watched) socket).wire();
        this.nanos = nanos;
        this.opened = nanos.getAsLong();
        this.idleSince = opened;
    }

    /**
     * Waits, and is closed when it has waited for so long.
     *
     * @param whenLate runs then
     */
    void rest(Duration longest, Runnable whenLate) {
        idleSince = nanos.getAsLong();
        this.whenLate = whenLate;
        limit.timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        limit.enter();
    }

    /** Waits no longer; whether it was not closed meanwhile. */
    boolean wake() {
        return !limit.exit();
    }

    /** Whether another request may go over it, which is looked at last thing before. */
    boolean isFresh() {
        long now = nanos.getAsLong();
        return now - opened < OLDEST.toNanos()
                && now - idleSince < MOST_IDLE.toNanos()
                && wire.isQuiet();
    }

    /** Ends the wait, and the connection; whether its receiver has held it in silence. */
    boolean wasHeld() {
        boolean wasHeld = wake() && wire.isQuiet();
        close();
        return wasHeld;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @return the answer, with what a failure says as far as it comes in time
     * @throws IOException if no answer came; the connection is closed then
     */
    WebhookReply ask(byte[] request, Duration timeout) throws IOException {
        isWhole = false;
        whenLate = KeptConnection::doNothing;
        limit.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        limit.enter();
        PlainAnswer answer = new PlainAnswer(wire.in());
        try {
            send(request, answer);
        } catch (IOException e) {
            close();
            throw limit.exit() ? late(e) : e;
        }
        isWhole = !limit.exit() && endsWhole(answer);
        return answer.reply();
    }

    private void send(byte[] request, PlainAnswer answer) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            // A receiver may answer before it has read the whole request, and close.
            try {
                answer.readHead();
                return;
            } catch (IOException none) {
                e.addSuppressed(none);
                throw e;
            }
        }
        answer.readHead();
    }

    private boolean endsWhole(PlainAnswer answer) {
        limit.timeout(COURTESY.toMillis(), TimeUnit.MILLISECONDS);
        limit.enter();
        boolean ends = false;
        try {
            ends = answer.isWhole();
        } catch (IOException e) {
            // The status counts, whatever follows it.
        }
        return !limit.exit() && ends;
    }

    private static IOException late(IOException cause) {
        InterruptedIOException late = new InterruptedIOException("timeout");
        late.initCause(cause);
        return late;
    }

    private static void doNothing() {}

    /** Whether the last answer leaves the connection fit for another request. */
    boolean isWhole() {
        return isWhole;
    }

    /** Closes it, also while it is used. */
    void close() {
        wire.spareNoMore();
        try {
            socket.close();
        } catch (IOException e) {
            // It is used no more in either case.
        }
    }
}
