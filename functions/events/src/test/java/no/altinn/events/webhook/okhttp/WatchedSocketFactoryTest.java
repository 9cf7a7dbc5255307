package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.outbound.AddressNotAllowed;
import no.altinn.platform.outbound.AddressRule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

class WatchedSocketFactoryTest {
    private final InetAddress loopback = InetAddress.getLoopbackAddress();

    @Test
    void noSocketConnectsToAForbiddenAddress() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            WatchedSocketFactory sockets = new WatchedSocketFactory(new AddressRule(false));

            assertThatExceptionOfType(AddressNotAllowed.class)
                    .isThrownBy(() -> sockets.createSocket(loopback, server.getLocalPort()));
        }
    }

    @Test
    void theSocketOfAnAllowedAddressIsWatched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket socket =
                        new WatchedSocketFactory(new AddressRule(true))
                                .createSocket(loopback, server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(socket).isInstanceOf(Watched.class);
        }
    }
}
