package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;

final class LocalServerTest {
    @Test
    void aNameThatIsNobodysIsTold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalServer.bind("nosuch.invalid", 0))
                .withMessageContaining("nosuch.invalid")
                .withMessageContaining("--host")
                .withMessageNotContaining("--port");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortOutsideTheRangeIsTold(int port) {
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalServer.bind("127.0.0.1", port))
                .withMessageContaining(Integer.toString(port))
                .withMessageContaining("--port");
    }

    @Test
    void aTakenPortIsTold() {
        try (LocalServer first = LocalServer.bind("127.0.0.1", 0)) {
            int port = first.base().getPort();
            assertThatIllegalStateException()
                    .isThrownBy(() -> LocalServer.bind("127.0.0.1", port))
                    .withMessageContaining("127.0.0.1:" + port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:7071/",
        "0.0.0.0, http://localhost:7071/",
        "192.0.2.1, http://192.0.2.1:7071/",
        "2001:db8::1, http://[2001:db8:0:0:0:0:0:1]:7071/",
        "[2001:db8::1], http://[2001:db8:0:0:0:0:0:1]:7071/"
    })
    void theBaseAddressIsOneThatThisMachineReaches(String address, String base) {
        assertThat(LocalServer.base(new InetSocketAddress(address, 7071))).hasToString(base);
    }
}
