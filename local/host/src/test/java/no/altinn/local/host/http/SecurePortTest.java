package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;

/** The port for TLS beside the plain one. */
final class SecurePortTest {
    @Test
    void theSecurePortIsTheNextOne() {
        try (LocalServer server = LocalServer.bindWithSecure("127.0.0.1", 0)) {
            assertThat(server.secureBase().orElseThrow())
                    .hasScheme("https")
                    .hasPort(server.base().getPort() + 1);
        }
    }

    @Test
    void aServerWhoseNextPortIsTakenHasThePlainOneAlone() throws Exception {
        int free;
        try (LocalServer first = LocalServer.bindWithSecure("127.0.0.1", 0)) {
            free = first.base().getPort();
        }
        try (ServerSocket other =
                        new ServerSocket(free + 1, 1, InetAddress.getByName("127.0.0.1"));
                LocalServer server = LocalServer.bindWithSecure("127.0.0.1", free)) {
            assertThat(other.isBound()).isTrue();
            assertThat(server.base()).hasPort(free);
            assertThat(server.secureBase()).isEmpty();
        }
    }

    @Test
    void aClosedServerLeavesBothPorts() throws Exception {
        int port;
        try (LocalServer first = LocalServer.bindWithSecure("127.0.0.1", 0)) {
            port = first.secureBase().orElseThrow().getPort();
        }
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
        }
    }
}
