package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** How a front speaks with a store of blobs. */
@Timeout(60)
final class HttpFileTransferTest {
    // No code compares the array.
    @SuppressWarnings("ArrayRecordComponent")
    private record Asked(String method, URI uri, Map<String, String> headers, byte[] body) {}

    private final FileTransfer files = new HttpFileTransfer();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private int status = 201;
    private byte[] answer = {};
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, String.join(",", values)));
        asked.add(
                new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers,
                        exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private URI address() {
        return URI.create(
                "http://127.0.0.1:%d/files/sent%%2Fa?sp=c&sig=a%%2Bb"
                        .formatted(server.getAddress().getPort()));
    }

    private void send(byte[] bytes, long length) throws IOException {
        try (FileTransfer.Sending sending = files.send(address(), length)) {
            sending.write(ByteBuffer.wrap(bytes));
            sending.finish();
        }
    }

    @Test
    void aFileIsPutAsOneBlobWithNothingOfTheClients() throws Exception {
        byte[] bytes = new byte[300_000];
        bytes[299_999] = 7;

        send(bytes, bytes.length);

        Asked put = asked.take();
        assertThat(put.method()).isEqualTo("PUT");
        assertThat(put.uri().toString()).isEqualTo("/files/sent%2Fa?sp=c&sig=a%2Bb");
        assertThat(put.body()).isEqualTo(bytes);
        assertThat(put.headers())
                .containsEntry("x-ms-blob-type", "BlockBlob")
                .containsEntry("Content-Length", "300000")
                .containsEntry("Content-Type", "application/octet-stream")
                .doesNotContainKeys(
                        "Authorization", "Cookie", "ApiKey", "Transfer-Encoding", "Expect");
    }

    @Test
    void anEmptyFileIsPut() throws Exception {
        send(new byte[0], 0);

        assertThat(asked.take().headers()).containsEntry("Content-Length", "0");
    }

    @Test
    void aRefusalIsToldInTheStoresWords() {
        status = 403;
        answer = "AuthenticationFailed".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> send(new byte[1], 1))
                .isInstanceOfSatisfying(
                        TransferRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403))
                .hasMessage("AuthenticationFailed");
        assertThatThrownBy(() -> files.fetch(address()))
                .isInstanceOf(TransferRefused.class)
                .hasMessage("AuthenticationFailed");
    }

    @Test
    void aRedirectIsNotFollowed() {
        status = 302;

        assertThatThrownBy(() -> files.fetch(address())).isInstanceOf(TransferRefused.class);
    }

    @Test
    void aFileIsFetchedByItsAddress() throws Exception {
        status = 200;
        answer = "bytes".getBytes(StandardCharsets.US_ASCII);

        try (FileTransfer.Fetching file = files.fetch(address())) {
            assertThat(file.length()).isEqualTo(5);
            ByteBuffer into = ByteBuffer.allocate(10);
            while (file.read(into) >= 0) {
                assertThat(into.position()).isLessThanOrEqualTo(5);
            }
            assertThat(new String(into.array(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("bytes");
        }
        assertThat(asked.take().headers()).doesNotContainKeys("Authorization", "Cookie");
    }

    @Test
    void moreOrFewerBytesThanAnnouncedAreAFailure() {
        assertThatThrownBy(() -> send(new byte[2], 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(new byte[1], 2)).isInstanceOf(IOException.class);
    }

    @Test
    void aStoreThatIsAwayIsAFailure() {
        server.stop(0);

        assertThatThrownBy(() -> files.fetch(address())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(new byte[1], 1)).isInstanceOf(IOException.class);
    }
}
