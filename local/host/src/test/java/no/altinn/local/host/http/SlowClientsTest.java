package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What becomes of clients that do not go on, or only just. */
@Timeout(60)
final class SlowClientsTest {
    private static final String HALF =
            "POST /told/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf";
    private static final int LARGE = 32 * 1024 * 1024;

    private HostedHttp host;

    @AfterEach
    void stop() {
        host.stop();
    }

    private Socket connectAndSend(HttpLimits limits, String text) throws IOException {
        host = new HostedHttp(limits, CallTime.WITH_BODY);
        return host.connect(text);
    }

    /** Sends a byte now and again until the answer begins; what came until the end. */
    private static RawAnswer drip(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        while (true) {
            try {
                int first = socket.getInputStream().read();
                byte[] rest = socket.getInputStream().readAllBytes();
                return RawAnswer.parse(
                        ((char) first + new String(rest, StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketTimeoutException e) {
                socket.getOutputStream().write('x');
            }
        }
    }

    private static void assertLate(RawAnswer answer, String what) {
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("Connection")).contains("close");
        assertThat(answer.header("Content-Type"))
                .contains("application/problem+json; charset=utf-8");
        assertThat(answer.body()).contains("\"status\":408").contains(what);
    }

    @Test
    void aBodyThatDoesNotGoOnIs408() throws IOException {
        try (Socket socket = connectAndSend(SmallLimits.idle(), HALF)) {
            assertLate(RawAnswer.parse(socket.getInputStream().readAllBytes()), "The body");
        }
    }

    @Test
    void aBodyThatDripsIs408() throws IOException {
        try (Socket socket = connectAndSend(SmallLimits.pace(), HALF)) {
            assertLate(drip(socket), "The body");
        }
    }

    @Test
    void aHeadThatDripsIs408() throws IOException {
        try (Socket socket = connectAndSend(SmallLimits.head(), "GET /told/1 HTTP/1.1\r\nX: ")) {
            assertLate(drip(socket), "The request's head");
        }
    }

    @Test
    void aSecondHeadThatDripsIs408() throws IOException {
        String first = "GET /told/1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = connectAndSend(SmallLimits.head(), first)) {
            String answer =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 200");
            socket.getInputStream().skip(socket.getInputStream().available());
            assertThat(drip(socket).toString()).contains("The request's head");
        }
    }

    @Test
    void aConnectionWithoutARequestIsClosed() throws IOException {
        try (Socket socket = connectAndSend(SmallLimits.idle(), "")) {
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aRequestThatTakesTimeIsNoSlowHead() throws IOException {
        host = new HostedHttp(SmallLimits.head(), CallTime.WITH_BODY);
        host.functions.behave(
                (request, context) -> {
                    // Longer than a head may take.
                    drip(host.connect("GET /told/1 HTTP/1.1\r\nX: "));
                    return request.createResponseBuilder(HttpStatus.OK).build();
                });
        assertThat(host.send("GET", "/told/1").status()).isEqualTo(200);
    }

    @Test
    void aClientThatDoesNotTakeItsAnswerIsCutOff() throws IOException {
        host = new HostedHttp(SmallLimits.pace(), CallTime.WITH_BODY);
        host.functions.behave((request, context) -> large(request));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(host.address());
            socket.getOutputStream()
                    .write(
                            "GET /told/1 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20);
            assertThat(untilCutOff(socket)).isLessThan(LARGE);
        }
    }

    private static HttpResponseMessage large(HttpRequestMessage<Optional<String>> request) {
        return request.createResponseBuilder(HttpStatus.OK).body(new byte[LARGE]).build();
    }

    /** Takes nothing until the server has closed, and then what there is; its length. */
    private static int untilCutOff(Socket socket) throws IOException {
        try {
            while (true) {
                // A server that has closed answers this with a reset.
                socket.getOutputStream().write('\n');
            }
        } catch (SocketException e) {
            return socket.getInputStream().available();
        }
    }
}
