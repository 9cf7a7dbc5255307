package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import okhttp3.Dns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class BoundedDnsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final CountDownLatch patience = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        patience.countDown();
    }

    @Test
    void addressesAreThoseOfTheLookUp() throws UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getLoopbackAddress());

        assertThat(new BoundedDns("dns", host -> addresses, LONG).lookup("x.example"))
                .isEqualTo(addresses);
    }

    @Test
    void anUnknownHostStaysUnknown() {
        Dns dns =
                host -> {
                    throw new UnknownHostException(host + " is nowhere");
                };

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new BoundedDns("dns", dns, LONG).lookup("x.example"))
                .withMessage("x.example is nowhere");
    }

    @Test
    void aLookUpThatLastsIsGivenUp() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new BoundedDns("dns", this::hold, SHORT).lookup("x.example"))
                .withMessageStartingWith("x.example was not found within");
    }

    private List<InetAddress> hold(String host) throws UnknownHostException {
        try {
            patience.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }
}
