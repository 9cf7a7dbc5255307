package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;

/** Requests that are no HTTP, on connections that their clients mean to use again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MalformedRequestsTest {
    private final HostedHttp host = new HostedHttp();

    @AfterAll
    void stop() {
        host.stop();
    }

    private RawAnswer exchange(String request) throws IOException {
        try (Socket socket = host.connect(request)) {
            return RawAnswer.parse(socket.getInputStream().readAllBytes());
        }
    }

    private void assertRefused(int status, String told, String request) throws IOException {
        RawAnswer answer = exchange(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsOnlyOnce("Connection: close");
        assertThat(answer.header("Content-Type"))
                .contains("application/problem+json; charset=utf-8");
        assertThat(answer.body()).contains("\"status\":" + status).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/told/%00",
                "/told/%zz",
                "/told/%",
                "/told/%4",
                "/%2e%2e/x",
                "/../x",
                "http://[/",
                "told"
            })
    void aTargetThatIsNoneIsToldBeforeTheConnectionIsClosed(String target) throws IOException {
        assertRefused(
                400, "percent sign", "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a b HTTP/1.1 | SPACE",
                "G@T /a HTTP/1.1 | VCHAR",
                "nonsense | No URI",
            })
    void aRequestLineThatIsNoneIsToldBeforeTheConnectionIsClosed(String line, String told)
            throws IOException {
        assertRefused(400, told, line + "\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: y | No Host",
                "Host: a; Host: a | Duplicate Host",
                "Host: a b | Bad HostPort",
                "Host: a; Content-Length: x | Invalid Content-Length",
                "Host: a; Content-Length: -1 | Invalid Content-Length",
                "Host: a; Content-Length: 99999999999999999999 | 63 bits",
                "Host: a; Content-Length: 1; Content-Length: 2 | Multiple Content-Lengths",
                "Host: a; Content-Length: 1; Transfer-Encoding: chunked | Transfer-Encoding and Content-Length",
                "Host: a; Transfer-Encoding: gzip | chunked not last",
                "Host: a; no colon | SPACE",
            })
    void headersThatAreNoneAreToldBeforeTheConnectionIsClosed(String headers, String told)
            throws IOException {
        String lines = headers.replace("; ", "\r\n");
        assertRefused(400, told, "POST /told/1 HTTP/1.1\r\n" + lines + "\r\n\r\n");
    }

    @Test
    void aHeadThatIsTooLongIsToldBeforeTheConnectionIsClosed() throws IOException {
        String long40 = "x".repeat(40 * 1024);
        assertRefused(414, "32 KiB", "GET /" + long40 + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertRefused(431, "32 KiB", "GET / HTTP/1.1\r\nHost: a\r\nX: " + long40 + "\r\n\r\n");
        String many = "X: y\r\n".repeat(8 * 1024);
        assertRefused(431, "32 KiB", "GET / HTTP/1.1\r\nHost: a\r\n" + many + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/2.0",
                "GET / HTTP/1.9",
                "GET / HTTP/x",
                "GET /",
                "PRI * HTTP/2.0"
            })
    void anotherVersionIsToldBeforeTheConnectionIsClosed(String line) throws IOException {
        assertRefused(505, "HTTP/1.1", line + "\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void anotherExpectationIsToldBeforeTheConnectionIsClosed() throws IOException {
        assertRefused(
                417, "100-continue", "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /told/%2e%2e",
                "GET /told/a%2Fb",
                "GET /told/\u00e5",
                "GET /told/%ff",
                "GET /told/%C0%AF",
                "GET /told/a\\b",
                "GET /told/?a=%zz",
                "GET *",
                "OPTIONS *",
                "BREW /told/1",
                "CONNECT a:80"
            })
    void whatIsOddButHttpLeavesTheConnectionOpen(String line) throws IOException {
        String odd = line + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        RawAnswer answer = exchange(odd + HostedHttp.head("GET", "/numbers/41") + "\r\n");
        assertThat(answer.status()).isBetween(200, 404);
        assertThat(answer.headers()).noneMatch(header -> header.startsWith("Connection"));
        assertThat(answer.body()).endsWith("number 42");
    }
}
