package no.altinn.events.webhook.okhttp;

import okhttp3.Response;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.OptionalLong;

/**
 * What a connection has carried, byte by byte, while OkHttp had it. The connection is spared, not
 * closed, when a whole answer was all that came. OkHttp reads ahead of an answer and shows nobody
 * what it has read, so the bytes are counted on their way to it. Thread-safe.
 */
final class Wire {
    private final Socket socket;
    // Everything below is guarded by this.
    private final AnswerHead head = new AnswerHead();
    private InputStream tcp = InputStream.nullInputStream();
    private InputStream tls = InputStream.nullInputStream();
    private boolean isSecure;
    private boolean isWatched;
    private boolean isToBeClosed;
    private long heard;
    private OptionalLong bodyLength = OptionalLong.empty();

    /**
     * A connection that has carried nothing.
     *
     * @param socket that of TCP
     */
    Wire(Socket socket) {
        this.socket = socket;
    }

    /** Counts what TCP brings, unless TLS is on it. */
    synchronized InputStream ofTcp(InputStream in) {
        tcp = in;
        return new Counted(in, false);
    }

    /** Counts what TLS brings from now on, and no more what TCP does. */
    synchronized InputStream ofTls(InputStream in) {
        tls = in;
        isSecure = true;
        return new Counted(in, true);
    }

    private final class Counted extends FilterInputStream {
        private final boolean isOfTls;

        Counted(InputStream in, boolean isOfTls) {
            super(in);
            this.isOfTls = isOfTls;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int count = super.read(bytes, from, most);
            heard(isOfTls, bytes, from, count);
            return count;
        }
    }

    private synchronized void heard(boolean isOfTls, byte[] bytes, int from, int count) {
        if (isWatched && count > 0 && isOfTls == isSecure) {
            heard += count;
            head.add(bytes, from, count);
        }
    }

    /** What follows is the answer to a request, and the connection is spared when it is whole. */
    synchronized void watch() {
        isWatched = true;
    }

    /** Learns from an answer's head how long its body is to be. */
    synchronized void answered(Response answer) {
        bodyLength = Framing.bodyLength(answer);
    }

    /** Whether the answer was plain, has come to its end, and nothing came with it. */
    private boolean isWhole() {
        return bodyLength.isPresent()
                && head.isEnded()
                && heard == head.length() + bodyLength.getAsLong();
    }

    /** Whether the connection is to stay open though OkHttp closes it. */
    synchronized boolean isSpared() {
        return !isToBeClosed && isWhole();
    }

    /** From now on a close is one. */
    synchronized void spareNoMore() {
        isToBeClosed = true;
    }

    /** What comes, without a count. */
    synchronized InputStream in() {
        return isSecure ? tls : tcp;
    }

    /** Whether nothing waits to be read, the connection's end included. It takes a millisecond. */
    synchronized boolean isQuiet() {
        try {
            if (tls.available() > 0) {
                return false;
            }
            // Nothing but a read tells of the end. A millisecond is the shortest one may last.
            socket.setSoTimeout(1);
            try {
                tcp.read();
                return false;
            } catch (SocketTimeoutException quiet) {
                return true;
            } finally {
                socket.setSoTimeout(0);
            }
        } catch (IOException gone) {
            return false;
        }
    }
}
