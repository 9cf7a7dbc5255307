package no.altinn.events.webhook.okhttp;

import okhttp3.Protocol;
import okhttp3.Response;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one connection has carried, byte by byte. A connection may carry another request only when
 * the last answer's head and body were all that came, and nothing has come since, nor its end.
 * OkHttp reads ahead of an answer, so the bytes are counted on their way to it. Thread-safe.
 */
final class Wire {
    /** A connection idle for longer is not used again: soon enough its receiver closes it. */
    static final Duration MOST_IDLE = Duration.ofMillis(500);

    /** A connection this old is not used again, so that a host's new address comes into use. */
    static final Duration OLDEST = Duration.ofMinutes(1);

    private static final long NO_LENGTH = -1;

    private final Socket socket;
    private final LongSupplier nanos;
    private final long opened;
    // Everything below is guarded by this.
    private InputStream tcp = InputStream.nullInputStream();
    private InputStream tls = InputStream.nullInputStream();
    private boolean isSecure;
    private int requests;
    private long heard;
    private long lastHeard;
    private AnswerHead head = new AnswerHead();
    private long bodyLength = NO_LENGTH;

    /**
     * A connection that has carried nothing.
     *
     * @param socket that of TCP
     * @param nanos a clock that only its differences tell anything of
     */
    Wire(Socket socket, LongSupplier nanos) {
        this.socket = socket;
        this.nanos = nanos;
        this.opened = nanos.getAsLong();
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
        if (requests > 0 && count > 0 && isOfTls == isSecure) {
            heard += count;
            lastHeard = nanos.getAsLong();
            head.add(bytes, from, count);
        }
    }

    /**
     * Begins a request.
     *
     * @return the request's number, from 1; 0 when the connection must carry no more
     */
    synchronized int begin() {
        if (requests > 0 && !isFresh()) {
            return 0;
        }
        heard = 0;
        head = new AnswerHead();
        bodyLength = NO_LENGTH;
        return ++requests;
    }

    private boolean isFresh() {
        long now = nanos.getAsLong();
        return isWhole()
                && now - opened < OLDEST.toNanos()
                && now - lastHeard < MOST_IDLE.toNanos()
                && isQuiet();
    }

    /** Learns from an answer's head how long its body is to be. */
    synchronized void answered(Response answer) {
        bodyLength = bodyLength(answer);
    }

    private static long bodyLength(Response answer) {
        List<String> lengths = answer.headers("Content-Length");
        if (answer.protocol() != Protocol.HTTP_1_1
                || answer.header("Transfer-Encoding") != null
                || !"keep-alive".equalsIgnoreCase(answer.header("Connection", "keep-alive"))
                || lengths.size() > 1) {
            return NO_LENGTH;
        }
        boolean isBodiless = answer.code() == 204 || answer.code() == 304;
        String length = lengths.isEmpty() && isBodiless ? "0" : String.join("", lengths);
        if (!length.matches("[0-9]{1,9}") || (isBodiless && !length.equals("0"))) {
            return NO_LENGTH;
        }
        return Long.parseLong(length);
    }

    /** Whether the last answer was well formed, has come to its end, and nothing came with it. */
    synchronized boolean isWhole() {
        return bodyLength != NO_LENGTH && head.isEnded() && heard == head.length() + bodyLength;
    }

    /** Whether the last answer was whole, and the receiver has held the connection since. */
    synchronized boolean isHeld() {
        return isWhole() && isQuiet();
    }

    /** Whether nothing waits to be read, the connection's end included. */
    private boolean isQuiet() {
        try {
            if (tls.available() > 0) {
                return false;
            }
            // Nothing but a read tells of the end. A millisecond is the shortest one may last.
            int before = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                tcp.read();
                return false;
            } catch (SocketTimeoutException quiet) {
                return true;
            } finally {
                socket.setSoTimeout(before);
            }
        } catch (IOException gone) {
            return false;
        }
    }

    /** Closes the connection unless the answer to this request was whole, or another began. */
    synchronized void closeUnlessWhole(int request) {
        if (requests == request && !isWhole()) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is used no more in either case.
            }
        }
    }
}
