package no.altinn.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

import no.altinn.platform.outbound.OutboundFailure.Kind;
import no.altinn.testing.http.WireServer;

import okhttp3.Dns;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

class OutboundHttpTest {
    private static final int MOST = 1_000;
    private static final AddressRule LOCAL = new AddressRule(true);
    private static final AddressRule PUBLIC = new AddressRule(false);

    private final WireServer server = new WireServer(WireServer.saying(""));
    private final OutboundHttp http = new OutboundHttp(LOCAL, limits(Duration.ofSeconds(20), 4, 4));

    private static OutboundLimits limits(Duration call, int atOnce, int ofOneHost) {
        return new OutboundLimits(Duration.ofSeconds(5), call, MOST, atOnce, ofOneHost);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String answer(String statusAndHeaders, String body) {
        return "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(statusAndHeaders, body.length(), body);
    }

    private OutboundReply get(String path) {
        return http.get(server.uri(path), "*/*");
    }

    private static void assertFails(Kind kind, Runnable call) {
        assertThatExceptionOfType(OutboundFailure.class)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void theAnswerIsAsItCame() {
        server.behave(
                WireServer.saying(
                        answer("201 Made\r\nContent-Type: text/x; a=\"b\"", "\u00e5\u0000\u00ff")));

        OutboundReply reply = get("/a?b=c%26d");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.contentType()).contains("text/x; a=\"b\"");
        assertThat(reply.body()).containsExactly(0xe5, 0, 0xff);
        assertThat(server.heads().get(0)).startsWith("GET /a?b=c%26d HTTP/1.1\r\n");
    }

    @Test
    void theOtherSideLearnsNothingMoreThanItMust() {
        server.behave(WireServer.saying(answer("200 OK", "")));

        get("/");

        assertThat(server.heads().get(0).lines().map(line -> line.replaceFirst(":.*", "")))
                .containsExactlyInAnyOrder(
                        "GET / HTTP/1.1",
                        "Accept",
                        "User-Agent",
                        "Host",
                        "Connection",
                        "Accept-Encoding",
                        "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void aRedirectIsAnAnswerAndIsNotFollowed(String status) {
        server.behave(WireServer.saying(answer(status + " X\r\nLocation: /elsewhere", "")));

        OutboundReply reply = get("/");

        assertThat(reply.status()).isEqualTo(Integer.parseInt(status));
        assertThat(reply.succeeded()).isFalse();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anAnswerUpToTheBoundIsReadAndALongerOneIsNot() {
        server.behave(WireServer.saying(answer("200 OK", "x".repeat(MOST))));
        assertThat(get("/").body()).hasSize(MOST);

        server.behave(WireServer.saying(answer("200 OK", "x".repeat(MOST + 1))));
        assertFails(Kind.TOO_LONG, () -> get("/"));
    }

    @Test
    void anAnswerWithoutEndIsTooLong() {
        server.behave(
                WireServer.saying(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFF\r\n"
                                + "x".repeat(MOST + 1)));

        assertFails(Kind.TOO_LONG, () -> get("/"));
    }

    @Test
    void whatIsLongOnceItIsDecompressedIsTooLong() throws IOException {
        String packed = gzipped("x".repeat(MOST + 1));
        assertThat(packed.length()).isLessThan(MOST);
        server.behave(WireServer.saying(answer("200 OK\r\nContent-Encoding: gzip", packed)));

        assertFails(Kind.TOO_LONG, () -> get("/"));
    }

    @Test
    void whatIsCompressedIsDecompressed() throws IOException {
        server.behave(
                WireServer.saying(answer("200 OK\r\nContent-Encoding: gzip", gzipped("hei"))));

        assertThat(new String(get("/").body(), StandardCharsets.US_ASCII)).isEqualTo("hei");
    }

    private static String gzipped(String text) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        }
        return new String(packed.readByteArray(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void anEncodingThatWasNotAskedForIsNoAnswer() {
        server.behave(WireServer.saying(answer("200 OK\r\nContent-Encoding: br", "xx")));

        assertFails(Kind.NO_ANSWER, () -> get("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"})
    void whatBreaksOffIsNoAnswer(String said) {
        server.behave(WireServer.saying(said));

        assertFails(Kind.NO_ANSWER, () -> get("/"));
    }

    @Test
    void nobodyAtAPortIsNoAnswer() {
        URI gone = server.uri("/");
        server.close();

        assertFails(Kind.NO_ANSWER, () -> http.get(gone, "*/*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nx"})
    void anAnswerThatDoesNotEndInTimeIsTooSlow(String said) {
        server.behave(WireServer.sayingAndWaiting(said));
        OutboundHttp hasty = new OutboundHttp(LOCAL, limits(Duration.ofMillis(300), 4, 4));

        assertFails(Kind.TOO_SLOW, () -> hasty.get(server.uri("/"), "*/*"));
    }

    @Test
    void aServerThatAsksForPatienceIsNotAskedAgain() {
        server.behave(WireServer.saying(answer("503 X\r\nRetry-After: 0", "")));

        assertThat(get("/").status()).isEqualTo(503);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://93.184.216.34/", "ftp://93.184.216.34/", "http://localhost/"})
    void nothingIsSentInTheClear(String address) {
        OutboundHttp guarded = new OutboundHttp(PUBLIC, limits(Duration.ofSeconds(20), 4, 4));

        assertFails(Kind.NOT_ALLOWED, () -> guarded.get(URI.create(address), "*/*"));
    }

    @Test
    void loopbackIsTheOnlyPlaceThatIsCalledInTheClearWhereItIsAllowed() {
        assertFails(Kind.NOT_ALLOWED, () -> http.get(URI.create("http://93.184.216.34/"), "*/*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/",
                "https://[::1]/",
                "https://[::ffff:7f00:1]/",
                "https://2130706433/"
            })
    void addressesThatAreNotPublicAreNotConnectedTo(String address) {
        OutboundHttp guarded = new OutboundHttp(PUBLIC, limits(Duration.ofSeconds(20), 4, 4));

        assertFails(Kind.NOT_ALLOWED, () -> guarded.get(URI.create(address), "*/*"));
    }

    /** What a name led to when it was written down does not count. */
    @Test
    void theAddressThatANameLeadsToNowCounts() {
        Dns rebound = host -> List.of(InetAddress.getLoopbackAddress());
        OutboundHttp guarded =
                new OutboundHttp(
                        PUBLIC,
                        limits(Duration.ofSeconds(20), 4, 4),
                        rebound,
                        UnaryOperator.identity());

        assertFails(
                Kind.NOT_ALLOWED,
                () -> guarded.get(URI.create("https://public.example:" + server.port()), "*/*"));
        assertThat(server.requests()).isZero();
    }

    @Test
    void httpsIsSpokenWithWhoHasATrustedCertificate() throws IOException {
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        HandshakeCertificates trusting =
                new HandshakeCertificates.Builder()
                        .addTrustedCertificate(certificate.certificate())
                        .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(
                    new HandshakeCertificates.Builder()
                            .heldCertificate(certificate)
                            .build()
                            .sslSocketFactory());
            secure.enqueue(new MockResponse.Builder().code(200).body("hei").build());
            secure.start(InetAddress.getLoopbackAddress(), 0);
            URI address = URI.create("https://localhost:" + secure.getPort() + "/");

            assertFails(Kind.NO_ANSWER, () -> http.get(address, "*/*"));
            OutboundReply reply =
                    new OutboundHttp(
                                    LOCAL,
                                    limits(Duration.ofSeconds(20), 4, 4),
                                    Dns.SYSTEM,
                                    client ->
                                            client.sslSocketFactory(
                                                    trusting.sslSocketFactory(),
                                                    trusting.trustManager()))
                            .get(address, "*/*");
            assertThat(new String(reply.body(), StandardCharsets.US_ASCII)).isEqualTo("hei");
        }
    }

    @Test
    void onlySoManyCallsAreUnderWayAtOnce() throws InterruptedException {
        CountDownLatch come = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.behave(
                socket -> {
                    come.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    WireServer.say(socket, answer("200 OK", ""));
                    return false;
                });
        OutboundHttp narrow = new OutboundHttp(LOCAL, limits(Duration.ofSeconds(20), 1, 1));
        CompletableFuture<OutboundReply> first =
                CompletableFuture.supplyAsync(() -> narrow.get(server.uri("/"), "*/*"));
        come.await();

        assertFails(Kind.BUSY, () -> narrow.get(server.uri("/"), "*/*"));
        go.countDown();

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(narrow.get(server.uri("/"), "*/*").status()).isEqualTo(200);
    }
}
