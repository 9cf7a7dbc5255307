package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

class OkHttpWebhookTest {
    private static final String EVENT = "{\"id\":\"blåbær\",\"data\":1e400}";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MockWebServer server = new MockWebServer();
    private final OkHttpWebhook webhook = new OkHttpWebhook(new AddressRule(true));

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theEventIsPostedAsItIs() throws InterruptedException {
        server.enqueue(status(202));

        WebhookReply reply = webhook.post(WebhookRequest.of(endPoint("/hook?x=1"), EVENT), LONG);

        RecordedRequest request = server.takeRequest();
        assertThat(reply).isEqualTo(WebhookReply.answered(202));
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/hook?x=1");
        assertThat(request.getHeaders().get("Content-Type"))
                .isEqualTo("application/json; charset=utf-8");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Altinn-Events/1.0");
        assertThat(request.getBody().utf8()).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 299, 400, 410, 429, 500, 503})
    void everyStatusIsAReply(int status) {
        server.enqueue(status(status));

        assertThat(webhook.post(WebhookRequest.of(endPoint("/"), EVENT), LONG))
                .isEqualTo(WebhookReply.answered(status));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) {
        server.enqueue(
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", server.url("/other"))
                        .build());
        server.enqueue(status(200));

        WebhookReply reply = webhook.post(WebhookRequest.of(endPoint("/"), EVENT), LONG);

        assertThat(reply).isEqualTo(WebhookReply.answered(status));
        assertThat(reply.succeeded()).isFalse();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anEndpointThatDoesNotAnswerIsAReplyToo() {
        server.enqueue(
                new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

        WebhookReply reply =
                webhook.post(WebhookRequest.of(endPoint("/"), EVENT), Duration.ofMillis(200));

        assertThat(reply.status()).isZero();
        assertThat(reply.reason()).isEqualTo("timed out: no answer within 0 s");
        assertThat(reply.succeeded()).isFalse();
    }

    @Test
    void anEndpointThatNeverEndsItsAnswerHasAnswered() {
        server.enqueue(
                new MockResponse.Builder()
                        .body("slow")
                        .onResponseBody(SocketEffect.Stall.INSTANCE)
                        .build());

        assertThat(webhook.post(WebhookRequest.of(endPoint("/"), EVENT), Duration.ofMillis(200)))
                .isEqualTo(WebhookReply.answered(200));
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(64 << 20)).build());

        assertThat(webhook.post(WebhookRequest.of(endPoint("/"), EVENT), LONG))
                .isEqualTo(WebhookReply.answered(200));
    }

    @Test
    void anEndpointThatIsNotThereIsAReplyToo() {
        URI gone = endPoint("/");
        server.close();

        WebhookReply reply = webhook.post(WebhookRequest.of(gone, EVENT), LONG);

        assertThat(reply.status()).isZero();
        assertThat(reply.reason()).isEqualTo("connection refused");
    }

    @Test
    void anEndpointThatIsNoUrlIsAReplyToo() {
        assertThat(webhook.post(WebhookRequest.of(URI.create("urn:a:b"), EVENT), LONG).reason())
                .isEqualTo("the endpoint is no http or https URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:0:7f00:1]"
            })
    void aForbiddenAddressIsNotCalledInWhateverFormItComes(String host) {
        OkHttpWebhook guarded = new OkHttpWebhook(new AddressRule(false));
        URI endPoint = URI.create("http://" + host + ":" + server.getPort() + "/");

        WebhookReply reply = guarded.post(WebhookRequest.of(endPoint, EVENT), LONG);

        assertThat(reply)
                .isEqualTo(
                        WebhookReply.failed(
                                ErrorKind.REFUSED_ADDRESS,
                                "address not allowed: it is not public"));
        assertThat(server.getRequestCount()).isZero();
    }

    /** Endpoints close connections that were idle; the next event must not fail for that. */
    @Test
    void aStaleConnectionIsNoFailure() {
        server.enqueue(
                new MockResponse.Builder()
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
        server.enqueue(status(200));

        assertThat(webhook.post(WebhookRequest.of(endPoint("/"), EVENT), LONG).succeeded())
                .isTrue();
        assertThat(webhook.post(WebhookRequest.of(endPoint("/"), EVENT), LONG).succeeded())
                .isTrue();
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private URI endPoint(String target) {
        return URI.create("http://127.0.0.1:" + server.getPort() + target);
    }
}
