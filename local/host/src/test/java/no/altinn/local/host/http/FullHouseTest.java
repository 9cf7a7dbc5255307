package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What becomes of clients for which there is no room. */
@Timeout(60)
final class FullHouseTest {
    private static final String GET = "GET /told/1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private HostedHttp host;

    @AfterEach
    void stop() {
        host.stop();
    }

    private static void assertNoRoom(RawAnswer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Connection")).contains("close");
        assertThat(answer.header("Retry-After")).contains("5");
        assertThat(answer.header("Content-Type"))
                .contains("application/problem+json; charset=utf-8");
        assertThat(answer.body()).contains("\"status\":503");
    }

    private static RawAnswer answerOn(Socket socket) throws IOException {
        return RawAnswer.parse(socket.getInputStream().readAllBytes());
    }

    private static void assertAnswered(Socket socket) throws IOException {
        socket.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        while (socket.getInputStream().read() != 'k') {
            // The last letter of the answer.
        }
    }

    @Test
    void aConnectionTooManyIsToldAndTheOthersGoOn() throws IOException {
        host = new HostedHttp(SmallLimits.connections(2), CallTime.WITH_BODY);
        try (Socket first = host.connect();
                Socket second = host.connect()) {
            assertAnswered(first);
            assertAnswered(second);
            try (Socket third = host.connect()) {
                assertNoRoom(answerOn(third));
            }
            assertAnswered(first);
            assertAnswered(second);
        }
    }

    @Test
    void aPlaceThatIsLeftIsFree() throws IOException {
        host = new HostedHttp(SmallLimits.connections(1), CallTime.WITH_BODY);
        for (int i = 0; i < 3; i++) {
            await().untilAsserted(
                            () -> {
                                try (Socket next = host.connect()) {
                                    assertAnswered(next);
                                }
                            });
        }
    }

    @Test
    void aBodyThatFindsNoRoomIsToldAndTheOthersGoOn() throws IOException {
        host = new HostedHttp(SmallLimits.bodyBytes(150_000), CallTime.WITH_BODY);
        String head = HostedHttp.head("POST", "/told/1", "Content-Length: 100000") + "\r\n";
        try (Socket first = host.connect(head + "x".repeat(99_999))) {
            await().untilAsserted(() -> assertNoRoom(host.post("/told/1", "x".repeat(100_000))));
            first.getOutputStream().write('x');
            assertThat(answerOn(first).status()).isEqualTo(200);
        }
        await().untilAsserted(
                        () ->
                                assertThat(host.post("/told/1", "x".repeat(150_000)).status())
                                        .isEqualTo(200));
    }
}
