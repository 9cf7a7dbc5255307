package no.altinn.platform.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Makes sockets that send what is written at once ({@code TCP_NODELAY}). Without it, the rest of a
 * request waits until its beginning is acknowledged, and so does a request behind a TLS handshake.
 * The receiver's system may put that off for 40 ms.
 */
public class PromptSockets extends SocketFactory {
    /** A socket that is not connected yet. */
    protected Socket unconnected() {
        return new Socket();
    }

    @Override
    public final Socket createSocket() throws IOException {
        Socket socket = unconnected();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public final Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public final Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public final Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public final Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
