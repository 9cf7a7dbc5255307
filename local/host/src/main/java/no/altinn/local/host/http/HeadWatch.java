package no.altinn.local.host.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections on which a request's head has begun and does not end; Jetty bounds the pauses
 * in a head, but not the whole of it. Looks at all connections from time to time. Thread-safe.
 */
final class HeadWatch implements Connection.Listener {
    /** How often a head is looked at within its time. */
    static final int LOOKS = 10;

    /** What is known of one connection's next head. */
    private static final class Head {
        private long bytesBefore;
        private int looks;
        // The head of a request may come before the request ahead of it is over.
        private int requests;

        synchronized void complete() {
            requests++;
        }

        synchronized void await(long bytes) {
            requests--;
            bytesBefore = bytes;
            looks = 0;
        }

        synchronized boolean isLate(long bytes) {
            return requests == 0 && bytes != bytesBefore && ++looks > LOOKS;
        }
    }

    private final byte[] refusal;
    private final Map<Connection, Head> heads = new ConcurrentHashMap<>();

    /**
     * A watch that looks when it is told to.
     *
     * @param time how long a head may take
     */
    HeadWatch(Duration time) {
        this.refusal =
                RawRefusal.of(
                        408,
                        "The request's head has not come in time: from its first byte on it has %d s."
                                .formatted(time.toSeconds()));
    }

    @Override
    public void onOpened(Connection connection) {
        heads.put(connection, new Head());
        if (connection instanceof SslConnection tls) {
            // What is encrypted in it, is watched on the connection within.
            tls.addHandshakeListener(new Handshake(tls));
        }
    }

    /** A handshake has the time of a head. */
    private final class Handshake implements SslHandshakeListener {
        private final SslConnection tls;

        Handshake(SslConnection tls) {
            this.tls = tls;
        }

        @Override
        public void handshakeSucceeded(Event event) {
            heads.remove(tls);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        heads.remove(connection);
    }

    /** The head of a request has come. */
    void complete(Connection connection) {
        heads.getOrDefault(connection, new Head()).complete();
    }

    /** A request is over, and the next one may come. */
    void awaitNext(Connection connection) {
        heads.getOrDefault(connection, new Head()).await(connection.getBytesIn());
    }

    /** To be called {@value #LOOKS} times in the time that a head has. */
    void look() {
        heads.forEach(
                (connection, head) -> {
                    if (head.isLate(connection.getBytesIn())) {
                        refuse(connection.getEndPoint());
                    }
                });
    }

    private void refuse(EndPoint endPoint) {
        try {
            endPoint.write(
                    Callback.from(endPoint::close, endPoint::close), ByteBuffer.wrap(refusal));
        } catch (RuntimeException e) {
            // The head ended just now, and its answer is being written.
            endPoint.close(e);
        }
    }
}
