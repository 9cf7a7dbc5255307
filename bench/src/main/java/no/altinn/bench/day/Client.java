package no.altinn.bench.day;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Sends requests to a platform, and refuses answers with an unexpected status. Thread-safe. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String base;

    Client(int port) {
        this.base = "http://localhost:" + port;
    }

    /** The headers of a caller: name, value, name, value. */
    @SuppressWarnings(
            "ArrayRecordComponent") // As the client takes them, and nobody compares callers.
    record Caller(String... headers) {}

    /** An answer with an expected status. */
    record Answer(HttpResponse<byte[]> response) {
        String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        int length() {
            return response.body().length;
        }

        /** A header's value; empty if the header is missing. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last segment of the address in the header {@code Location}. */
        String id() {
            String location = header("Location");
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /**
     * Sends a request.
     *
     * @param what names the request in an error
     * @throws Unexpected for another status
     */
    Answer ask(
            String what,
            Caller caller,
            String method,
            String path,
            String type,
            byte[] body,
            int status)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body.length == 0 && !method.equals("POST")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (caller.headers().length > 0) {
            request.headers(caller.headers());
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        Answer answer = new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        if (answer.response().statusCode() != status) {
            throw new Unexpected(what + ": " + answer.response().statusCode());
        }
        return answer;
    }

    Answer get(String what, Caller caller, String path) throws IOException, InterruptedException {
        return ask(what, caller, "GET", path, "", new byte[0], 200);
    }

    Answer json(String what, Caller caller, String method, String path, String body, int status)
            throws IOException, InterruptedException {
        return ask(
                what,
                caller,
                method,
                path,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                status);
    }

    Answer form(String what, String path, Map<String, String> fields, int status)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        body.append(body.isEmpty() ? "" : "&")
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return ask(
                what,
                new Caller(),
                "POST",
                path,
                "application/x-www-form-urlencoded",
                body.toString().getBytes(StandardCharsets.UTF_8),
                status);
    }
}
