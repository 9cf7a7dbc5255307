package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.credential.TokenCredential;

import mockwebserver3.MockWebServer;

import no.altinn.events.azure.QueueServer.Put;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.OutboundRelayContract;
import no.altinn.events.delivery.Retry;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.start.Lazy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

class QueueRelayTest extends OutboundRelayContract {
    private static final DeliveryNotice NOTICE =
            new DeliveryNotice(new DeliveryKey(7, "delivery"), 1);

    private final MockWebServer server = new MockWebServer();
    private final QueueServer service = new QueueServer(server);
    private final OutboundRelay relay =
            new QueueRelay(
                    new StorageQueueRetries(
                            new Lazy<>(
                                    () ->
                                            QueueService.open(
                                                    service.connection(),
                                                    QueueRelayTest::noIdentity,
                                                    AzureTransport.open()))),
                    new SideBySide(CallThreads.named("notices", 4), 4));

    private static TokenCredential noIdentity() {
        throw new AssertionError("An emulator knows no identity.");
    }

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected OutboundRelay relay() {
        return relay;
    }

    @Override
    protected List<DeliveryNotice> arrived() {
        return service.puts().stream()
                .map(put -> ((Retry.OfDelivery) put.retry()).notice())
                .toList();
    }

    @Test
    void aNoticeIsDueAtOnceInTheQueueOfLaterAttempts() {
        relay.send(List.of(NOTICE));

        assertThat(service.puts())
                .containsExactly(
                        new Put("deliveries", Duration.ZERO, new Retry.OfDelivery(NOTICE)));
    }

    @Test
    void aQueueThatTakesNothingIsToldToTheCaller() {
        service.away(true);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.send(List.of(NOTICE)));
        assertThat(service.puts()).isEmpty();
    }
}
