package no.altinn.local.host.http;

import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places for connections. A connection that finds no place is answered with 503 and closed at
 * once; Jetty's {@code NetworkConnectionLimit} would leave it in the operating system's queue,
 * connected and not answered until a place is free. Thread-safe.
 */
final class ConnectionPlaces implements SelectorManager.AcceptListener {
    private static final byte[] REFUSAL =
            RawRefusal.of(503, "There are too many connections. Try again in a few seconds.");

    private final int most;
    private final Set<SelectableChannel> taken = ConcurrentHashMap.newKeySet();

    ConnectionPlaces(int most) {
        this.most = most;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        taken.add(channel);
        if (taken.size() > most) {
            refuse(channel);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        taken.remove(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        taken.remove(channel);
    }

    /** The web server finds the channel closed and forgets it. */
    private static void refuse(SelectableChannel channel) {
        try {
            if (channel instanceof SocketChannel socket) {
                socket.write(ByteBuffer.wrap(REFUSAL));
                socket.shutdownOutput();
                // Closed with bytes unread, it would be reset, and the client not see the answer.
                ByteBuffer unread = ByteBuffer.allocate(8 * 1024);
                socket.read(unread);
            }
        } catch (IOException e) {
            // The client has gone already.
        } finally {
            IO.close(channel);
        }
    }
}
