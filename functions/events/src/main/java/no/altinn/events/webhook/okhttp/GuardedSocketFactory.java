package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.AddressRule;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

import javax.net.SocketFactory;

/**
 * Makes sockets that connect to allowed addresses only. The check stands where the connection is
 * made, because a name may resolve to another address than when it was checked before, and a
 * numeric host is not looked up at all.
 */
final class GuardedSocketFactory extends SocketFactory {
    private final AddressRule rule;

    GuardedSocketFactory(AddressRule rule) {
        this.rule = rule;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new GuardedSocket(rule);
        // Without it, a request waits until the end of the TLS handshake is acknowledged, which
        // the receiver's system may put off for 40 ms.
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class GuardedSocket extends Socket {
        private final AddressRule rule;

        GuardedSocket(AddressRule rule) {
            // Without it, a SOCKS proxy of the environment would make the connection.
            super(Proxy.NO_PROXY);
            this.rule = rule;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address)
                    || address.isUnresolved()
                    || !rule.allows(address.getAddress())) {
                throw new AddressNotAllowed();
            }
            super.connect(endpoint, timeout);
        }
    }
}
