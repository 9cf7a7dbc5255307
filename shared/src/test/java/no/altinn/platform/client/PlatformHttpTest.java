package no.altinn.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.http.WireServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

final class PlatformHttpTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final LoopbackServer server = new LoopbackServer();
    private final PlatformHttp http = new PlatformHttp(limits(Duration.ofSeconds(5)));

    private static HttpLimits limits(Duration call) {
        return new HttpLimits(Duration.ofSeconds(2), call, Duration.ZERO, 1000);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void headersAndBodyArriveAsGiven() {
        server.answer(200, "{}");

        http.send(Call.post(server.uri("/decision"), "{\"æ\":1}").with("Key", "abc"));

        RecordedRequest request = server.take();
        assertThat(request.getRequestLine()).isEqualTo("POST /decision HTTP/1.1");
        assertThat(request.getHeaders().get("Key")).isEqualTo("abc");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(request.getBody().utf8()).isEqualTo("{\"æ\":1}");
    }

    @Test
    void aFormArrivesAsOne() {
        server.answer(200, "{}");

        http.send(Call.form(server.uri("/token"), Map.of("a b", "æ&=+")));

        RecordedRequest request = server.take();
        assertThat(request.getHeaders().values("Content-Type"))
                .containsExactly("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8()).isEqualTo("a+b=%C3%A6%26%3D%2B");
    }

    @Test
    void aTypeOfItsOwnGoesWithTheBody() {
        server.answer(200, "");

        http.send(
                Call.post(server.uri("/"), "{}")
                        .with("Content-Type", "application/cloudevents+json"));

        assertThat(server.take().getHeaders().values("Content-Type"))
                .containsExactly("application/cloudevents+json");
    }

    @Test
    void theAnswerIsTheServers() {
        server.answer(206, "{\"data\":[]}");

        Reply reply = http.send(Call.get(server.uri("/")));

        assertThat(reply.status()).isEqualTo(206);
        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.json().path("data").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host:99999/?pid=1", "ftp://host/?pid=1"})
    void anAddressThatIsNoneIsAFailureAndItsQueryIsNotTold(String address) {
        assertThatThrownBy(() -> http.send(Call.get(URI.create(address))))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("host")
                .hasMessageNotContaining("pid");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aPassingFailureIsTriedAgain(int status) {
        server.answer(status, "");
        server.answer(status, "");
        server.answer(200, "");

        assertThat(http.send(Call.get(server.uri("/"))).status()).isEqualTo(200);
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        server.answer(
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.answer(200, "");

        assertThat(http.send(Call.get(server.uri("/"))).status()).isEqualTo(200);
    }

    @Test
    void afterThreeTriesItGivesUp() {
        for (int i = 0; i < 4; i++) {
            server.answer(503, "");
        }

        assertThatThrownBy(() -> http.send(Call.get(server.uri("/keys"))))
                .isInstanceOf(Unavailable.class)
                .hasMessage("GET %s answered 503", server.uri("/keys"));
        assertThat(server.requests()).isEqualTo(3);
    }

    /** The library below must not repeat a try by itself. */
    @ParameterizedTest
    @CsvSource({
        "503, Retry-After, 0",
        "503, Retry-After, 99999999999",
        "408, Retry-After, 0",
        "408, X-Any, 1"
    })
    void eachTryIsOneRequest(int status, String header, String value) {
        for (int i = 0; i < 7; i++) {
            server.answer(new MockResponse.Builder().code(status).addHeader(header, value).build());
        }

        assertThatThrownBy(() -> http.send(Call.post(server.uri("/"), "{}")))
                .isInstanceOf(Unavailable.class)
                .hasMessageEndingWith("answered " + status);
        assertThat(server.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aServerThatResetsConnectionsGetsAsManyRequestsAsThereAreTries(String method) {
        try (WireServer wire = new WireServer(WireServer.sayingTogether(8, OK))) {
            sideBySide(8, wire);
            wire.behave(WireServer.resettingAfter(""));

            assertThatThrownBy(() -> http.send(call(method, wire))).isInstanceOf(Unavailable.class);
            assertThat(wire.requests()).isEqualTo(8 + 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void connectionsThatWereClosedWhileIdleAreNoFailure(String method) {
        WireServer.Behaviour together = WireServer.sayingTogether(8, OK);
        try (WireServer wire = new WireServer(socket -> !together.apply(socket))) {
            sideBySide(8, wire);
            wire.behave(WireServer.saying(OK));

            assertThat(http.send(call(method, wire)).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 -20 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "no HTTP"
            })
    void anAnswerThatIsNoneOfHttpIsAFailure(String answer) {
        try (WireServer wire = new WireServer(WireServer.saying(answer))) {
            assertThatThrownBy(() -> http.send(call("GET", wire)))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("failed");
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404})
    void anAnswerThatWillNotChangeIsTakenAtOnce(int status) {
        server.answer(status, "");

        assertThat(http.send(Call.get(server.uri("/"))).status()).isEqualTo(status);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.answer(
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", server.uri("/elsewhere"))
                        .build());

        Reply reply = http.send(Call.get(server.uri("/")));

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.succeeded()).isFalse();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anAnswerOfJustTheLimitIsRead() {
        server.answer(200, "x".repeat(1000));

        assertThat(http.send(Call.get(server.uri("/"))).body()).hasSize(1000);
    }

    @Test
    void aLongerAnswerIsRefusedAndNotAskedForAgain() {
        server.answer(200, "x".repeat(1001));

        assertThatThrownBy(() -> http.send(Call.get(server.uri("/"))))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("more than 1000 bytes");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aServerThatNeverAnswersTimesOut() {
        server.answer(
                new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        PlatformHttp hasty = new PlatformHttp(limits(Duration.ofMillis(300)));

        assertThatThrownBy(() -> hasty.send(Call.get(server.uri("/"))))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void theEnvironmentsProxyIsIgnored() {
        ProxySelector environment = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("192.0.2.1", 3128)));
        try {
            server.answer(200, "");

            assertThat(http.send(Call.get(server.uri("/"))).status()).isEqualTo(200);
        } finally {
            ProxySelector.setDefault(environment);
        }
    }

    @Test
    void aReplysTextLeavesTheBodyOut() {
        server.answer(404, "01017012345");

        assertThat(http.send(Call.get(server.uri("/x"))))
                .hasToString("GET " + server.uri("/x") + " answered 404");
    }

    @Test
    void aFailureNamesNeitherQueryNorBody() {
        server.close();
        URI uri = URI.create(server.uri("/lookup") + "?nin=01017012345");

        assertThatThrownBy(() -> http.send(Call.post(uri, "01017012345")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("/lookup")
                .hasMessageNotContaining("01017012345");
    }

    @Test
    void anAnswerThatIsNoJsonIsAFailure() {
        server.answer(200, "<html>");

        Reply reply = http.send(Call.get(server.uri("/")));

        assertThatThrownBy(reply::json)
                .isInstanceOf(Unavailable.class)
                .hasMessageEndingWith("answered no JSON");
    }

    private void sideBySide(int count, WireServer wire) {
        IntStream.range(0, count)
                .mapToObj(
                        i ->
                                CompletableFuture.runAsync(
                                        () -> http.send(call("GET", wire)),
                                        work -> new Thread(work).start()))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static Call call(String method, WireServer wire) {
        URI uri = wire.uri("/");
        return "GET".equals(method) ? Call.get(uri) : Call.post(uri, "{}");
    }
}
