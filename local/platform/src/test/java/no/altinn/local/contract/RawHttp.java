package no.altinn.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests as they are, also those that no HTTP client would. */
record RawHttp(URI base) {
    private static final int PATIENCE_MS = 20_000;

    /**
     * Sends a whole request and reads until the server closes the connection.
     *
     * @param request one byte a character (ISO 8859-1)
     */
    String exchange(String request) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gets a path that may be none, with a bearer token; the whole answer. */
    String get(String path, String token) {
        return exchange(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, token));
    }

    /** The status code of an answer. */
    static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
