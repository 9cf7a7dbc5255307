package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.MockWebServer;

import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.CallFailure;
import no.altinn.testing.http.WireServer;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/** The words that tell a subscriber why a call has no answer. */
class CallFailureTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final OkHttpWebhook webhook = new OkHttpWebhook(new AddressRule(true));

    @Test
    void aPortWithoutListenerIsConnectionRefused() {
        URI gone;
        try (WireServer server = new WireServer(WireServer.saying(""))) {
            gone = server.uri("/");
        }

        assertThat(post(gone)).isEqualTo("connection refused");
    }

    @Test
    void aHostWithoutAddressIsHostUnknown() {
        OkHttpWebhook without =
                new OkHttpWebhook(
                        new AddressRule(true),
                        host -> {
                            throw new UnknownHostException(host);
                        });

        WebhookReply reply = without.post(URI.create("https://gone.example/"), "{}", LONG);

        assertThat(reply.reason()).isEqualTo("host unknown: gone.example");
    }

    @Test
    void anAddressThatIsNotPublicIsNotAllowed() {
        WebhookReply reply =
                new OkHttpWebhook(new AddressRule(false))
                        .post(URI.create("https://10.0.0.1/"), "{}", LONG);

        assertThat(reply.reason()).isEqualTo("address not allowed: it is not public");
    }

    @Test
    void aCertificateThatNobodyKnowsIsAFailureOfTls() throws IOException {
        HeldCertificate own =
                new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(
                    new HandshakeCertificates.Builder()
                            .heldCertificate(own)
                            .build()
                            .sslSocketFactory());
            server.start(InetAddress.getLoopbackAddress(), 0);

            assertThat(post(URI.create("https://localhost:" + server.getPort() + "/")))
                    .startsWith("TLS: ")
                    .contains("unable to find valid certification path");
        }
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsBroken() {
        try (WireServer closing = new WireServer(WireServer.saying(""));
                WireServer resetting = new WireServer(WireServer.resettingAfter(""))) {
            assertThat(post(closing.uri("/"))).startsWith("connection broken: ");
            assertThat(post(resetting.uri("/"))).startsWith("connection broken: ");
        }
    }

    @Test
    void anAnswerOfAnotherProtocolIsNoHttp() {
        try (WireServer server = new WireServer(WireServer.saying("220 mail.example\r\n\r\n"))) {
            assertThat(post(server.uri("/"))).startsWith("no HTTP: ");
        }
    }

    @Test
    void theTimeLimitThatWasPassedIsTold() {
        assertThat(words(new SocketTimeoutException("Connect timed out")))
                .isEqualTo("timed out: no connection within 10 s");
        assertThat(words(new InterruptedIOException("timeout")))
                .isEqualTo("timed out: no answer within 20 s");
    }

    @Test
    void aNetworkWithoutAWayIsNoConnection() {
        assertThat(words(new NoRouteToHostException("No route to host")))
                .isEqualTo("no connection: No route to host");
        assertThat(words(new IllegalArgumentException()))
                .isEqualTo("no HTTP: IllegalArgumentException");
    }

    private String post(URI endPoint) {
        WebhookReply reply = webhook.post(endPoint, "{}", LONG);
        assertThat(reply.status()).isZero();
        return reply.reason();
    }

    private static String words(Exception thrown) {
        return CallFailure.inWords(thrown, Duration.ofSeconds(10), LONG);
    }
}
