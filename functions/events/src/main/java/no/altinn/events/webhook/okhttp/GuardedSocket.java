package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.AddressRule;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Connects to allowed addresses only, and counts what it carries. It stays open when OkHttp closes
 * it, if it is spared.
 */
final class GuardedSocket extends Socket implements Watched {
    private final AddressRule rule;
    private final Wire wire;

    GuardedSocket(AddressRule rule) {
        // Without it, a SOCKS proxy of the environment would make the connection.
        super(Proxy.NO_PROXY);
        this.rule = rule;
        this.wire = new Wire(this);
    }

    @Override
    public Wire wire() {
        return wire;
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

    @Override
    public InputStream getInputStream() throws IOException {
        return wire.ofTcp(super.getInputStream());
    }

    // A look at the wire holds the wire's lock and asks for the socket's. So a close must not hold
    // the socket's lock when it asks for the wire's.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        if (!wire.isSpared()) {
            super.close();
        }
    }
}
