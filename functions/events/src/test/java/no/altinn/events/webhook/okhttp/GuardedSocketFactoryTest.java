package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.webhook.AddressRule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

class GuardedSocketFactoryTest {
    private final GuardedSocketFactory guarded = new GuardedSocketFactory(new AddressRule(false));

    @Test
    void noWayToConnectLeadsToAForbiddenAddress() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            int port = server.getLocalPort();
            assertForbidden(() -> guarded.createSocket("127.0.0.1", port));
            assertForbidden(() -> guarded.createSocket("localhost", port));
            assertForbidden(() -> guarded.createSocket("127.0.0.1", port, loopback, 0));
            assertForbidden(() -> guarded.createSocket(loopback, port));
            assertForbidden(() -> guarded.createSocket(loopback, port, loopback, 0));
            assertForbidden(() -> connected(new InetSocketAddress(loopback, port)));
        }
    }

    /** A name that was public when it was checked may be another address when it is connected. */
    @Test
    void theAddressCountsAndNotTheName() throws IOException {
        InetAddress rebound = InetAddress.getByAddress("public.example", new byte[] {127, 0, 0, 1});

        assertForbidden(() -> connected(new InetSocketAddress(rebound, 443)));
    }

    @Test
    void aNameThatWasNotLookedUpIsNotConnectedTo() {
        assertForbidden(() -> connected(InetSocketAddress.createUnresolved("public.example", 443)));
    }

    @Test
    void anAllowedAddressIsConnectedTo() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket socket =
                        new GuardedSocketFactory(new AddressRule(true))
                                .createSocket(loopback, server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = guarded.createSocket();
        socket.connect(address);
        return socket;
    }

    private interface Connecting {
        Socket connect() throws IOException;
    }

    private static void assertForbidden(Connecting connecting) {
        assertThatExceptionOfType(AddressNotAllowed.class).isThrownBy(connecting::connect);
    }
}
