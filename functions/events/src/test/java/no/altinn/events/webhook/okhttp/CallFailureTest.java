package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.MockWebServer;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.CallFailure;
import no.altinn.platform.outbound.CallFailure.Stage;
import no.altinn.testing.http.WireServer;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What tells a subscriber why a call has no answer. */
class CallFailureTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final OkHttpWebhook webhook = new OkHttpWebhook(new AddressRule(true));

    @Test
    void aPortWithoutListenerIsConnectionRefused() {
        URI gone;
        try (WireServer server = new WireServer(WireServer.saying(""))) {
            gone = server.uri("/");
        }

        assertThat(post(gone))
                .isEqualTo(WebhookReply.failed(ErrorKind.CONNECT, "connection refused"));
    }

    @Test
    void aHostWithoutAddressIsHostUnknown() {
        OkHttpWebhook without =
                new OkHttpWebhook(
                        new AddressRule(true),
                        host -> {
                            throw new UnknownHostException(host);
                        });

        WebhookReply reply =
                without.post(WebhookRequest.of(URI.create("https://gone.example/"), "{}"), LONG);

        assertThat(reply)
                .isEqualTo(WebhookReply.failed(ErrorKind.DNS, "host unknown: gone.example"));
    }

    @Test
    void anAddressThatIsNotPublicIsNotAllowed() {
        WebhookReply reply =
                new OkHttpWebhook(new AddressRule(false))
                        .post(WebhookRequest.of(URI.create("https://10.0.0.1/"), "{}"), LONG);

        assertThat(reply)
                .isEqualTo(
                        WebhookReply.failed(
                                ErrorKind.REFUSED_ADDRESS,
                                "address not allowed: it is not public"));
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

            WebhookReply reply = post(URI.create("https://localhost:" + server.getPort() + "/"));

            assertThat(reply.errorKind()).contains(ErrorKind.TLS);
            assertThat(reply.reason())
                    .startsWith("TLS: ")
                    .contains("unable to find valid certification path");
        }
    }

    /** It ends before a server that speaks no TLS can read a request. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "reset", "HTTP/1.1 400 Bad Request\r\n\r\n"})
    void aReceiverThatDoesNotAgreeOnTlsIsAFailureOfTls(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served =
                    CompletableFuture.runAsync(() -> refuseTls(server, answer));

            WebhookReply reply =
                    post(URI.create("https://localhost:" + server.getLocalPort() + "/"));

            served.join();
            assertThat(reply.errorKind()).contains(ErrorKind.TLS);
            assertThat(reply.reason()).startsWith("TLS: ");
        }
    }

    private static void refuseTls(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            // A reset overtakes nothing that the client still writes.
            assertThat(socket.getInputStream().read()).isEqualTo(0x16);
            if (answer.equals("reset")) {
                socket.setSoLinger(true, 0);
            } else if (!answer.equals("close")) {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        } catch (IOException gone) {
            // The client has left, which it may.
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"
            })
    void aConnectionThatEndsWithoutAnAnswerIsBroken(String beginning) {
        for (WireServer.Behaviour end :
                List.of(WireServer.saying(beginning), WireServer.resettingAfter(beginning))) {
            try (WireServer server = new WireServer(end)) {
                WebhookReply reply = post(server.uri("/"));

                assertThat(reply.errorKind()).contains(ErrorKind.CUT);
                assertThat(reply.reason()).isNotEmpty();
            }
        }
    }

    @Test
    void theWordsOfABrokenConnectionSaySo() {
        try (WireServer closing = new WireServer(WireServer.saying(""));
                WireServer resetting = new WireServer(WireServer.resettingAfter(""))) {
            assertThat(post(closing.uri("/")).reason()).startsWith("connection broken: ");
            assertThat(post(resetting.uri("/")).reason()).startsWith("connection broken: ");
        }
    }

    @Test
    void anAnswerOfAnotherProtocolIsNoHttp() {
        try (WireServer server = new WireServer(WireServer.saying("220 mail.example\r\n\r\n"))) {
            WebhookReply reply = post(server.uri("/"));

            assertThat(reply.errorKind()).contains(ErrorKind.CUT);
            assertThat(reply.reason()).startsWith("no HTTP: ");
        }
    }

    @Test
    void aReceiverThatDoesNotAnswerInTimeIsATimeout() {
        try (WireServer server = new WireServer(WireServer.sayingAndWaiting(""))) {
            WebhookReply reply =
                    webhook.post(WebhookRequest.of(server.uri("/"), "{}"), Duration.ofMillis(200));

            assertThat(reply)
                    .isEqualTo(
                            WebhookReply.failed(
                                    ErrorKind.TIMEOUT, "timed out: no answer within 0 s"));
        }
    }

    @Test
    void anEndpointThatIsNoUrlIsARefusedAddress() {
        assertThat(post(URI.create("urn:a:b")))
                .isEqualTo(
                        WebhookReply.failed(
                                ErrorKind.REFUSED_ADDRESS, "the endpoint is no http or https URL"));
    }

    /** Not even when the host has an address that answers. */
    @Test
    void noReplyTellsAnAddressThatIsRefused() throws IOException {
        InetAddress refused = InetAddress.getByAddress(new byte[] {10, 11, 12, 13});
        OkHttpWebhook guarded =
                new OkHttpWebhook(new AddressRule(false), host -> List.of(refused, refused));

        WebhookReply reply =
                guarded.post(WebhookRequest.of(URI.create("https://in.example/"), "{}"), LONG);

        assertThat(reply.errorKind()).contains(ErrorKind.REFUSED_ADDRESS);
        assertThat(reply.reason()).doesNotContain("10.11");
    }

    @Test
    void theTimeLimitThatWasPassedIsTold() {
        assertThat(failure(new SocketTimeoutException("Connect timed out")))
                .isEqualTo(
                        new CallFailure(Stage.CONNECTION, "timed out: no connection within 10 s"));
        assertThat(failure(new InterruptedIOException("timeout")))
                .isEqualTo(new CallFailure(Stage.WAIT, "timed out: no answer within 20 s"));
    }

    @Test
    void aNetworkWithoutAWayIsNoConnection() {
        assertThat(failure(new NoRouteToHostException("No route to host")))
                .isEqualTo(new CallFailure(Stage.CONNECTION, "no connection: No route to host"));
    }

    @Test
    void whatTheLibraryDidNotExpectIsNoHttp() {
        assertThat(failure(new IllegalArgumentException()))
                .isEqualTo(new CallFailure(Stage.ANSWER, "no HTTP: IllegalArgumentException"));
    }

    private WebhookReply post(URI endPoint) {
        WebhookReply reply = webhook.post(WebhookRequest.of(endPoint, "{}"), LONG);
        assertThat(reply.status()).isZero();
        assertThat(reply.excerpt()).isEmpty();
        return reply;
    }

    private static CallFailure failure(Exception thrown) {
        return CallFailure.of(thrown, Duration.ofSeconds(10), LONG);
    }
}
