package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Inet6Address;
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

    /** A name server may answer with any form of an address. */
    @ParameterizedTest
    @ValueSource(strings = {"::ffff:0:7f00:1", "64:ff9b:1::7f00:1", "4000::1"})
    void anIpv6AddressThatIsNotGlobalIsNotConnectedTo(String address) throws IOException {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        InetAddress resolved = InetAddress.getByAddress("public.example", bytes);

        assertForbidden(() -> connected(new InetSocketAddress(resolved, 443)));
    }

    @Test
    void aMappedAddressIsNotConnectedToInWhateverTypeItComes() throws IOException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 8;
        InetAddress address = Inet6Address.getByAddress("public.example", mapped, 0);

        assertForbidden(() -> connected(new InetSocketAddress(address, 443)));
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

    /** A request follows the TLS handshake on a new connection. */
    @Test
    void nothingWaitsForWhatWasSentBeforeToBeAcknowledged() throws IOException {
        try (Socket socket = guarded.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
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
