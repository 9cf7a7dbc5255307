package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The status line decides, whatever follows it, as {@link StatusLineTest} has it of OkHttp. */
class PlainAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "204; 204 No Content|Content-Length: 5||hello; false",
                "204; 204 No Content||; true",
                "204; 204 No Content||hello; false",
                "304; 304 Not Modified|Content-Length: 5||; false",
                "200; 200 OK|Content-Length: 2||OK; true",
                "200; 200 OK|content-length:2|connection: Keep-Alive||OK; true",
                "200; 200 OK|Content-Length: 2||O; false",
                "200; 200 OK|Content-Length: 2||OK!; false",
                "200; 200 OK|Content-Length: 2|Connection: close||OK; false",
                "200; 200 OK|Content-Length: -5||x; false",
                "200; 200 OK|Content-Length: 1|Content-Length: 1||x; false",
                "200; 200 OK|Content-Length: 99999999999999999999||x; false",
                "200; 200 OK||; false",
                "200; 200 OK|Transfer-Encoding: chunked||0||; false",
                "202; 202|Content-Length: 0||; true",
                "202; 202 |Content-Length: 0||; true",
                "101; 101 Switching Protocols||; false",
                "201; 100 Continue||HTTP/1.1 201 Created|Content-Length: 0||; false"
            })
    void theStatusCountsAndTheRestSaysWhetherAnotherMayFollow(
            int status, String text, boolean isWhole) throws IOException {
        // Bytes come in pieces of any size.
        for (int piece : new int[] {1, 7, 4096}) {
            PlainAnswer answer =
                    new PlainAnswer(pieces("HTTP/1.1 " + text.replace("|", "\r\n"), piece));

            answer.readHead();
            assertThat(answer.status()).isEqualTo(status);
            if (piece > 7 || isWhole) {
                assertThat(answer.isWhole()).isEqualTo(isWhole);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\n\r\n"
            })
    void anUnusualHeadHasAStatusAndNothingFollowsIt(String text) throws IOException {
        PlainAnswer answer = new PlainAnswer(pieces(text, 4096));

        answer.readHead();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 2xx OK\r\n\r\n",
                "HTTP/1.1 -20 OK\r\n\r\n",
                "HTTP/1.1 000 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\n"
            })
    void anAnswerWithoutAStatusIsNone(String text) {
        PlainAnswer answer = new PlainAnswer(pieces(text, 4096));

        assertThatExceptionOfType(IOException.class).isThrownBy(answer::readHead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nA: ", ""})
    void aHeadThatNeverEndsIsNotKept(String begin) {
        PlainAnswer answer = new PlainAnswer(pieces(begin + "x".repeat(1 << 20), 4096));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(answer::readHead)
                .withMessageContaining("256 KiB");
    }

    private static InputStream pieces(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int count) {
                return super.read(bytes, from, Math.min(count, most));
            }
        };
    }
}
