package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.BoundedDns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class SlowNamesTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final CountDownLatch patience = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        patience.countDown();
    }

    @Test
    void anAttemptDoesNotWaitForItsHostsAddress() {
        WebhookReply reply =
                new OkHttpWebhook(new AddressRule(true), new BoundedDns("dns", this::hold, SHORT))
                        .post(WebhookRequest.of(URI.create("https://x.example/in"), "{}"), LONG);

        assertThat(reply.status()).isZero();
        assertThat(reply.reason()).startsWith("host unknown: x.example was not found within");
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
