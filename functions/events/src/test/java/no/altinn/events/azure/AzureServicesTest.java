package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.MockWebServer;

import no.altinn.events.azure.QueueServer.Put;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.Retry;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class AzureServicesTest {
    private static final Retry VALIDATION = new Retry.OfValidation(7, 1);
    private static final DeliveryNotice NOTICE = new DeliveryNotice(new DeliveryKey(7, "a"), 1);

    private final MockWebServer server = new MockWebServer();
    private final QueueServer account = new QueueServer(server);

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void workForLaterGoesToTheAccountOfTheSettings() {
        services(account.connection()).queue().schedule(VALIDATION, Duration.ZERO);

        assertThat(account.puts())
                .containsExactly(new Put("validations", Duration.ZERO, VALIDATION));
    }

    @Test
    void whatCannotBeOpenedIsUnavailableOnceItIsUsed() {
        AzureServices services = services(new AzureConnection.ByKey("nonsense"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> services.queue().schedule(VALIDATION, Duration.ZERO))
                .withMessageContaining("queue");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> services.outbound().send(List.of(NOTICE)))
                .withMessageContaining("Event Grid");
    }

    private static AzureServices services(AzureConnection queues) {
        return new AzureServices(
                new AzureSettings(
                        // No token is shown without TLS, so that none is asked for.
                        URI.create("http://topic.example/api/events"),
                        queues,
                        URI.create("https://vault.example/"),
                        "access",
                        "cursor-key",
                        "webhook-key",
                        "client"),
                Clock.systemUTC());
    }
}
