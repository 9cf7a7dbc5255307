package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpStatus;

import no.altinn.local.host.sample.HttpFunctions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Functions that are called when the head of a request has come, and need no body to answer. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EarlyAnswersTest {
    private static final String HEAD = "POST /told/1 HTTP/1.1\r\nHost: localhost\r\n";

    private final HostedHttp host = new HostedHttp(HttpLimits.standard(), CallTime.WITH_HEAD);
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void refuse() {
        calls.set(0);
        host.functions.behave(
                (request, context) -> {
                    calls.incrementAndGet();
                    return request.createResponseBuilder(HttpStatus.UNAUTHORIZED).build();
                });
    }

    private void readBodies() {
        host.functions.behave(
                (request, context) -> {
                    calls.incrementAndGet();
                    return HttpFunctions.text(request, request.getBody().orElse("(none)"));
                });
    }

    @AfterAll
    void stop() {
        host.stop();
    }

    private static RawAnswer answerOn(Socket socket) throws IOException {
        return RawAnswer.parse(socket.getInputStream().readAllBytes());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anAnswerThatNeedsNoBodyDoesNotWaitForIt() throws IOException {
        try (Socket socket = host.connect(HEAD + "Content-Length: 1000\r\n\r\nhalf")) {
            RawAnswer answer = answerOn(socket);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Connection")).contains("close");
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void anAnswerToAChunkedRequestDoesNotWaitForItsBody() throws IOException {
        readBodies();
        try (Socket socket = host.connect(HEAD + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf")) {
            RawAnswer answer = answerOn(socket);
            assertThat(answer.body()).isEqualTo("(none)");
            assertThat(answer.header("Connection")).contains("close");
        }
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"150000, 401", "8000000, 413"})
    void aClientThatSendsItsWholeBodyFirstSeesTheAnswer(int length, int status) throws IOException {
        try (Socket socket = host.connect(HEAD + "Content-Length: " + length + "\r\n\r\n")) {
            send(socket, "x".repeat(length));
            RawAnswer answer = answerOn(socket);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Connection")).contains("close");
        }
    }

    @Test
    void aFunctionThatAsksForTheBodyIsCalledAgainWithIt() throws IOException {
        readBodies();
        String head = HEAD + "Content-Length: 8\r\nConnection: close\r\n\r\nhalf";
        try (Socket socket = host.connect(head)) {
            while (calls.get() == 0) {
                Thread.onSpinWait();
            }
            send(socket, "more");
            assertThat(answerOn(socket).body()).isEqualTo("halfmore");
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void aBindingToTheBodyWaitsForIt() throws IOException {
        String head =
                "POST /named HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\nConnection: close\r\n\r\n";
        try (Socket socket = host.connect(head)) {
            send(socket, "{\"who\":\"body\"");
            send(socket, "}");
            assertThat(answerOn(socket).body()).isEqualTo("named body");
        }
    }

    @Test
    void aBodyThatIsThereLeavesTheConnectionOpen() throws IOException {
        String request = HEAD + "Content-Length: 4\r\n\r\nbody";
        try (Socket socket =
                host.connect(request + request.replace("Host", "Connection: close\r\nHost"))) {
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 401", -1)).hasSize(3);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void aBodyThatIsHeldBackIsNotAskedForWhenItIsNotNeeded() throws IOException {
        String head = HEAD + "Content-Length: 4\r\nExpect: 100-continue\r\n\r\n";
        try (Socket socket = host.connect(head)) {
            RawAnswer answer = answerOn(socket);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Connection")).contains("close");
        }
    }

    @Test
    void aBodyThatIsHeldBackIsAskedForWhenItIsNeeded() throws IOException {
        readBodies();
        String head =
                HEAD + "Content-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        try (Socket socket = host.connect(head)) {
            byte[] interim =
                    socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(interim, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100");
            send(socket, "body");
            assertThat(answerOn(socket).body()).isEqualTo("body");
        }
    }
}
