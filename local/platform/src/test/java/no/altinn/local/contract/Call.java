package no.altinn.local.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request in the making. Immutable. */
record Call(
        HttpClient http, String method, URI uri, Map<String, String> headers, BodyPublisher body) {

    static Call of(HttpClient http, String method, URI uri) {
        return new Call(http, method, uri, Map.of(), BodyPublishers.noBody());
    }

    Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Call platformAccess(String token) {
        return header("PlatformAccessToken", token);
    }

    Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(http, method, uri, more, body);
    }

    Call body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    Call body(String contentType, byte[] bytes) {
        Call typed = header("Content-Type", contentType);
        return new Call(http, method, uri, typed.headers, BodyPublishers.ofByteArray(bytes));
    }

    Call json(String text) {
        return body("application/json", text);
    }

    /** The text as a body of unknown length. */
    Call chunked(String contentType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return new Call(http, method, uri, header("Content-Type", contentType).headers, stream);
    }

    /**
     * Sends the request.
     *
     * @throws AssertionError if the answer is none of those that the API's document names
     */
    Reply send() {
        Reply reply = exchange();
        Documents.hold(this, reply);
        return reply;
    }

    private Reply exchange() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
