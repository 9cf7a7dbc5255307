package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.local.host.http.MemoryTransfer.Step;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** How a front streams files past its app. */
@Timeout(60)
final class FrontFilesTest {
    private static final URI TO = URI.create("memory:/to");
    private static final URI FROM = URI.create("memory:/from");
    private static final int LARGE = 32 * 1024 * 1024;

    private final MemoryTransfer store = new MemoryTransfer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private boolean isWanted = true;
    private LocalServer server;

    /** Asks for files at {@code /up}, gives one at {@code /down}. */
    private final class App extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String step = String.valueOf(request.getHeaders().get("X-Transfer"));
            asked.add(
                    request.getMethod()
                            + " "
                            + request.getHttpURI().getPathQuery()
                            + "\n"
                            + request.getHeaders().asString().toLowerCase(Locale.ROOT));
            response.getHeaders().put("X-Transfer-Odd", "inside");
            if (request.getMethod().equals("POST") && step.equals("begin") && isWanted) {
                response.getHeaders().put("X-Transfer-To", TO.toString());
                response.getHeaders().put("X-Transfer-File", "a-name");
                response.write(true, null, callback);
                return true;
            }
            if (request.getMethod().equals("POST")) {
                response.setStatus(isWanted ? 201 : 403);
                response.getHeaders().put("X-Reason", isWanted ? "Taken" : "Not wanted");
                Content.Sink.write(response, true, step, callback);
                return true;
            }
            response.getHeaders().put("X-Transfer-From", FROM.toString());
            response.getHeaders().put("X-Transfer-Length", "5");
            response.getHeaders().put("Content-Type", "image/png");
            response.getHeaders().put("ETag", "\"a\"");
            response.getHeaders().put("Vary", "Origin");
            response.getHeaders().put("Content-Length", "0");
            response.write(true, null, callback);
            return true;
        }
    }

    private void start(HttpLimits limits, int transfers) {
        server = LocalServer.bind("127.0.0.1", 0, limits);
        server.start(
                new Front(
                        new App(), Pattern.compile("/up"), store, RefusalForm.PROBLEM, transfers));
    }

    private void start() {
        start(HttpLimits.standard(), 32);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket connect(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.base().getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String upload(long length, String more) {
        return "POST /up?a=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                + length
                + "\r\n"
                + more
                + "\r\n";
    }

    private static String download(String method) {
        return method + " /down HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    }

    private RawAnswer exchange(String text) throws IOException {
        try (Socket socket = connect(text)) {
            return RawAnswer.parse(socket.getInputStream().readAllBytes());
        }
    }

    @Test
    void aFileIsStreamedBetweenTwoQuestions() throws IOException {
        start();

        RawAnswer answer =
                exchange(
                        upload(
                                        5,
                                        """
                                        Authorization: Bearer a\r
                                        Content-Type: image/png\r
                                        X-Transfer: commit\r
                                        X-Transfer-File: forged\r
                                        """)
                                + "bytes");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("commit");
        assertThat(answer.headers())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("transfer"));
        assertThat(store.files.get(TO)).isEqualTo("bytes".getBytes(StandardCharsets.US_ASCII));
        assertThat(asked).hasSize(2);
        assertThat(asked)
                .allSatisfy(
                        question ->
                                assertThat(question)
                                        .startsWith("POST /up?a=1\n")
                                        .contains(
                                                "authorization: bearer a\r\n",
                                                "content-type: image/png\r\n",
                                                "content-length: 0\r\n",
                                                "x-transfer-length: 5\r\n")
                                        .doesNotContain("forged"));
        assertThat(asked.get(0)).contains("x-transfer: begin").doesNotContain("x-transfer-file");
        assertThat(asked.get(1)).contains("x-transfer: commit", "x-transfer-file: a-name");
        await().until(() -> store.open.get() == 0);
    }

    @Test
    void anEmptyFileIsAFileToo() throws IOException {
        start();

        assertThat(exchange(upload(0, "")).status()).isEqualTo(201);
        assertThat(store.files.get(TO)).isEmpty();
    }

    @Test
    void aPathInAnotherSpellingIsTheSame() throws IOException {
        start();

        RawAnswer answer = exchange(upload(5, "").replace("/up", "/%75p") + "bytes");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(store.files.get(TO)).hasSize(5);
    }

    @Test
    void bytesThatArePassedOnAreNotHeld() throws IOException {
        start(SmallLimits.bodyBytes(1_000), 32);

        assertThat(exchange(upload(1 << 20, "") + "x".repeat(1 << 20)).status()).isEqualTo(201);
        assertThat(store.files.get(TO)).hasSize(1 << 20);
    }

    @Test
    void anAppThatDoesNotWantTheFileIsHeardAtOnce() throws IOException {
        start();
        isWanted = false;

        RawAnswer answer = exchange(upload(LARGE, "Expect: 100-continue\r\n"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("begin");
        assertThat(answer.header("Connection")).contains("close");
        assertThat(asked).hasSize(1);
        assertThat(store.files).isEmpty();
    }

    @Test
    void aClientThatSendsAllTheSameStillSeesTheAnswer() throws IOException {
        start();
        isWanted = false;

        assertThat(exchange(upload(1 << 20, "") + "x".repeat(1 << 20)).status()).isEqualTo(403);
    }

    @Test
    void aClientThatWaitsIsToldToGoOn() throws IOException {
        start();
        try (Socket socket = connect(upload(5, "Expect: 100-continue\r\n"))) {
            byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write("bytes".getBytes(StandardCharsets.US_ASCII));

            String rest =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(rest).contains("\r\n\r\nHTTP/1.1 201 Taken\r\n");
        }
        assertThat(store.files.get(TO)).hasSize(5);
    }

    @Test
    void aBodyOfUnknownLengthIsAskedForWithoutOne() throws IOException {
        start();
        isWanted = false;

        exchange(
                String.join(
                        "\r\n",
                        "POST /up HTTP/1.1",
                        "Host: a",
                        "Connection: close",
                        "Transfer-Encoding: chunked",
                        "",
                        "5",
                        "bytes",
                        "0",
                        "",
                        ""));

        assertThat(asked)
                .singleElement()
                .asString()
                .contains("x-transfer: begin")
                .doesNotContain("x-transfer-length", "transfer-encoding");
    }

    @Test
    void aClientThatLeavesLeavesNothing() throws IOException {
        start(HttpLimits.standard(), 1);
        CountDownLatch begun = new CountDownLatch(1);
        store.before(step -> begun.countDown());
        try (Socket socket = connect(upload(1_000, "") + "half")) {
            await().until(() -> begun.getCount() == 0);
            assertThat(socket.isConnected()).isTrue();
        }

        await().until(() -> store.open.get() == 0);
        assertThat(store.files).isEmpty();
        assertThat(asked).hasSize(1);
        // Its place is free again.
        await().until(() -> exchange(upload(5, "") + "bytes").status() == 201);
    }

    @Test
    void aClientThatDripsLeavesNothing() throws IOException {
        start(SmallLimits.pace(), 32);
        try (Socket socket = connect(upload(1_000, "") + "half")) {
            socket.setSoTimeout(20);
            StringBuilder answer = new StringBuilder();
            while (answer.isEmpty()) {
                try {
                    answer.append((char) socket.getInputStream().read());
                } catch (SocketTimeoutException e) {
                    socket.getOutputStream().write('x');
                }
            }
            socket.setSoTimeout(20_000);
            answer.append(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            assertThat(answer.toString()).startsWith("HTTP/1.1 408 ");
        }
        await().until(() -> store.open.get() == 0);
        assertThat(store.files).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEGIN", "WRITE", "FINISH"})
    void aStoreThatIsAwayIsToldAndNothingIsCommitted(Step step) throws IOException {
        start();
        store.failingAt(step);

        RawAnswer answer = exchange(upload(5, "") + "bytes");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("5");
        assertThat(answer.body()).contains("The file cannot be stored or fetched now.");
        assertThat(store.files).isEmpty();
        await().until(() -> store.open.get() == 0);
        assertThat(asked).hasSize(1);
    }

    @Test
    void moreTransfersThanThereArePlacesAreRefused() throws Exception {
        start(HttpLimits.standard(), 1);
        store.files.put(FROM, new byte[5]);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        store.before(
                step -> {
                    begun.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                });
        try (Socket first = connect(upload(5, "") + "bytes")) {
            begun.await();

            RawAnswer upload = exchange(upload(5, "") + "bytes");
            RawAnswer download = exchange(download("GET"));

            for (RawAnswer refused : List.of(upload, download)) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).contains("5");
                assertThat(refused.header("ETag")).isEmpty();
                assertThat(refused.body()).contains("Too many files are on their way.");
            }
            assertThat(exchange(download("HEAD")).status()).isEqualTo(200);
            release.countDown();
            assertThat(RawAnswer.parse(first.getInputStream().readAllBytes()).status())
                    .isEqualTo(201);
        }
        assertThat(exchange(download("GET")).status()).isEqualTo(200);
    }

    @Test
    void aFileGoesOutUnderTheHeadersOfTheAnswer() throws IOException {
        start();
        store.files.put(FROM, "bytes".getBytes(StandardCharsets.US_ASCII));

        RawAnswer answer = exchange(download("GET"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("bytes");
        assertThat(answer.header("Content-Type")).contains("image/png");
        assertThat(answer.header("ETag")).contains("\"a\"");
        assertThat(answer.headers())
                .filteredOn(line -> line.startsWith("Content-Length"))
                .containsExactly("Content-Length: 5");
        assertThat(answer.headers())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("transfer"));
        await().until(() -> store.open.get() == 0);
    }

    @Test
    void aLargeFileGoesOutWhole() throws IOException {
        start();
        store.files.put(FROM, "x".repeat(LARGE).getBytes(StandardCharsets.US_ASCII));

        assertThat(exchange(download("GET")).body()).hasSize(LARGE);
    }

    @Test
    void aHeadHasTheHeadersOfTheFileAndFetchesNothing() throws IOException {
        start();

        RawAnswer answer = exchange(download("HEAD"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("5");
        assertThat(answer.header("Content-Type")).contains("image/png");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aFileThatCannotBeFetchedIsToldWithoutItsHeaders() throws IOException {
        start();

        RawAnswer answer = exchange(download("GET"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aFileThatEndsTooEarlyEndsTheConnection() throws IOException {
        start();
        store.files.put(FROM, new byte[200_000]);
        store.before(
                step -> {
                    if (step == Step.READ && store.files.remove(FROM) == null) {
                        throw new IOException("away");
                    }
                });

        RawAnswer answer = exchange(download("GET"));

        assertThat(answer.header("Content-Length")).contains("200000");
        assertThat(answer.body().length()).isLessThan(200_000);
        await().until(() -> store.open.get() == 0);
    }

    @Test
    void aClientThatDoesNotTakeTheFileIsCutOff() throws IOException {
        start(SmallLimits.pace(), 32);
        store.files.put(FROM, new byte[2 * LARGE]);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), server.base().getPort()));
            socket.getOutputStream().write(download("GET").getBytes(StandardCharsets.US_ASCII));

            await().until(() -> store.open.get() > 0);
            await().until(() -> store.open.get() == 0);

            long taken = 0;
            byte[] some = new byte[64 * 1024];
            try {
                for (int n = 0; n >= 0; n = socket.getInputStream().read(some)) {
                    taken += n;
                }
            } catch (SocketException e) {
                // That is an end, too.
            }
            assertThat(taken).isLessThan(2L * LARGE);
        }
    }

    @Test
    void aClientThatLeavesWhileItTakesAFileIsNoticed() throws IOException {
        start();
        store.files.put(FROM, new byte[2 * LARGE]);
        try (Socket socket = connect(download("GET"))) {
            assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
        }

        await().until(() -> store.open.get() == 0);
    }
}
