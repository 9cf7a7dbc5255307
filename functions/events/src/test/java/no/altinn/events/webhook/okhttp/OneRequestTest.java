package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.testing.http.WireServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** One attempt is one request, whatever the receiver does with it. */
class OneRequestTest {
    private static final String EVENT = "{\"id\":\"1\"}";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final WireServer receiver = new WireServer(WireServer.saying(OK));
    private final OkHttpWebhook webhook = new OkHttpWebhook(new AddressRule(true));

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aReceiverThatResetsConnectionsGetsTheEventOnce() {
        sideBySide(8);
        receiver.behave(WireServer.resettingAfter(""));

        WebhookReply reply = post();

        assertThat(reply.status()).isZero();
        assertThat(reply.reason()).isNotEmpty();
        assertThat(receiver.requests()).isEqualTo(8 + 1);
    }

    @Test
    void aReceiverThatClosesConnectionsGetsTheEventOnce() {
        sideBySide(8);
        receiver.behave(WireServer.saying(""));

        assertThat(post().status()).isZero();
        assertThat(receiver.requests()).isEqualTo(8 + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "408; X-Any: 1",
                "408; Retry-After: 0",
                "421; X-Any: 1",
                "429; Retry-After: 0",
                "500; Retry-After: 0",
                "503; X-Any: 1",
                "503; Retry-After: 0",
                "503; Retry-After: 00",
                "503; Retry-After: 99999999999",
                "408; Retry-After: 99999999999",
                "503; Retry-After: Fri, 31 Dec 1999 23:59:59 GMT",
                "401; WWW-Authenticate: Basic realm=\"x\"",
                "407; Proxy-Authenticate: Basic realm=\"x\"",
                "300; Location: /other",
                "307; Location: /other",
                "308; Location: /other"
            })
    void noAnswerMakesTheClientAskAgain(int status, String header) {
        receiver.behave(
                WireServer.sayingAndWaiting(
                        "HTTP/1.1 %d Any\r\n%s\r\nContent-Length: 0\r\n\r\n"
                                .formatted(status, header)));

        assertThat(post().status()).isEqualTo(status);
        assertThat(receiver.requests()).isEqualTo(1);
    }

    /** Where a connection cannot be made, no request is sent, so the next address is tried. */
    @Test
    void theNextAddressOfAHostIsTriedUnlessTheRequestWasSent() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetAddress forbidden = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        URI endPoint = URI.create("http://receiver.example:" + receiver.port() + "/in");
        receiver.behave(WireServer.saying(OK));

        WebhookReply reached =
                new OkHttpWebhook(new AddressRule(true), host -> List.of(forbidden, loopback))
                        .post(WebhookRequest.of(endPoint, EVENT), LONG);

        assertThat(reached).isEqualTo(WebhookReply.answered(200));
        assertThat(receiver.requests()).isEqualTo(1);

        receiver.behave(WireServer.resettingAfter(""));
        WebhookReply reset =
                new OkHttpWebhook(new AddressRule(true), host -> List.of(loopback, loopback))
                        .post(WebhookRequest.of(endPoint, EVENT), LONG);

        assertThat(reset.status()).isZero();
        assertThat(receiver.requests()).isEqualTo(2);
    }

    /** Receivers close connections that were idle; the next event must not fail for that. */
    @Test
    void aConnectionThatWasClosedWhileIdleIsNoFailure() {
        sideBySide(2);
        // Closes without having said so before, as soon as it has answered.
        receiver.behave(WireServer.saying(OK));
        post();

        assertThat(post()).isEqualTo(WebhookReply.answered(200));
        assertThat(receiver.requests()).isEqualTo(4);
    }

    /** What a receiver says unasked is no answer to the next event. */
    @Test
    void bytesAfterAnAnswerAreNotTheNextEventsAnswer() {
        receiver.behave(WireServer.sayingAndWaiting(OK + OK));
        post();
        receiver.behave(
                WireServer.sayingAndWaiting("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));

        assertThat(post()).isEqualTo(WebhookReply.answered(500));
    }

    @Test
    void aReceiverIsToldThatTheConnectionIsForOneRequest() {
        post();

        assertThat(receiver.heads().get(0))
                .contains("\r\nConnection: close\r\n", "\r\nAccept-Encoding: identity\r\n");
    }

    /** Posts as many events at once, so that as many connections stand. */
    private void sideBySide(int count) {
        receiver.behave(WireServer.sayingTogether(count, OK));
        IntStream.range(0, count)
                .mapToObj(
                        i ->
                                CompletableFuture.runAsync(
                                        this::post, work -> new Thread(work).start()))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private WebhookReply post() {
        return webhook.post(WebhookRequest.of(receiver.uri("/in"), EVENT), LONG);
    }
}
