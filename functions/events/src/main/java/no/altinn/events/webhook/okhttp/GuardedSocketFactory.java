package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.AddressRule;
import no.altinn.platform.client.PromptSockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Makes sockets that connect to allowed addresses only. The check stands where the connection is
 * made, because a name may resolve to another address than when it was checked before, and a
 * numeric host is not looked up at all.
 */
final class GuardedSocketFactory extends PromptSockets {
    private final AddressRule rule;

    GuardedSocketFactory(AddressRule rule) {
        this.rule = rule;
    }

    @Override
    protected Socket unconnected() {
        return new GuardedSocket(rule);
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
