package no.altinn.local.host.http;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import org.eclipse.jetty.http.HttpStatus;

import java.nio.charset.StandardCharsets;

/** Whole answers for connections on which no request has come that the web server could answer. */
final class RawRefusal {
    private RawRefusal() {}

    /** Problem details as they go over the wire; the connection is to be closed after them. */
    static byte[] of(int status, String detail) {
        Answer answer = Problem.of(status, detail).answer();
        int length = answer.body().getBytes(StandardCharsets.UTF_8).length;
        String head =
                """
                HTTP/1.1 %d %s\r
                Content-Type: %s; charset=utf-8\r
                Content-Length: %d\r
                %sConnection: close\r
                \r
                """
                        .formatted(
                                status,
                                HttpStatus.getMessage(status),
                                answer.headers().get("Content-Type"),
                                length,
                                status == 503
                                        ? "Retry-After: " + HostErrors.RETRY_AFTER + "\r\n"
                                        : "");
        return (head + answer.body()).getBytes(StandardCharsets.UTF_8);
    }
}
