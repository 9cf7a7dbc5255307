package no.altinn.platform.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/** Connects to allowed addresses only. */
public class GuardedSocket extends Socket {
    private final AddressRule rule;

    /** A socket that is not connected yet. */
    public GuardedSocket(AddressRule rule) {
        // Without it, a SOCKS proxy of the environment would make the connection.
        super(Proxy.NO_PROXY);
        this.rule = rule;
    }

    @Override
    public final void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress address)
                || address.isUnresolved()
                || !rule.allows(address.getAddress())) {
            throw new AddressNotAllowed();
        }
        super.connect(endpoint, timeout);
    }
}
