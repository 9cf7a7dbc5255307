package no.altinn.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls of the platform without a browser. */
public final class Web {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Web() {}

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JSON at an address, which must be there. */
    public static JsonNode json(URI address) {
        return json(send(HttpRequest.newBuilder(address)), 200);
    }

    /** The JSON of an answer that must have a status. */
    public static JsonNode json(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer + " " + answer.body());
        }
        try {
            return Json.parse(answer.body());
        } catch (MalformedJson e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /**
     * A token of the local platform.
     *
     * @param address what stands behind {@code /api/}
     */
    public static String token(URI base, String address) {
        String credentials =
                Base64.getEncoder().encodeToString("test:test".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(base.resolve("api/" + address.replace(" ", "%20")))
                                .header("Authorization", "Basic " + credentials));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer.body();
    }
}
