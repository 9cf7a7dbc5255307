package no.altinn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * One request in the shape of a suite of the reference implementation, and what its answer must be.
 *
 * @param tokens the file's names for tokens, each with the path and query that its suite asks the
 *     token generator with
 * @param row as the file has it: {@code send} (method and path), {@code bearer} and {@code
 *     platformAccessToken} (names of tokens), {@code headers}, {@code body} (a string is sent as it
 *     is, all else as JSON), {@code status}, and of the answer's body: {@code text} (the whole),
 *     {@code detail} (of a problem), {@code contains} (parts)
 */
record ReferenceRequest(JsonNode tokens, JsonNode row) {

    /** The rows of a file in this package's folder {@code reference}. */
    static List<ReferenceRequest> in(String file) {
        JsonNode suite = Json.parse(text("reference/" + file));
        return StreamSupport.stream(suite.path("requests").spliterator(), false)
                .map(row -> new ReferenceRequest(suite.path("tokens"), row))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream stream = ReferenceRequest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The request with its tokens. In the body, {@code {uuid}} is a new id, and {@code {inbox}} an
     * endpoint that nothing else uses.
     */
    Call on(Platform platform) {
        String[] send = row.path("send").textValue().split(" ", 2);
        Call call = platform.api(send[0], send[1]);
        for (var header : row.path("headers").properties()) {
            call = call.header(header.getKey(), header.getValue().textValue());
        }
        Optional<String> bearer = token("bearer", platform);
        call = bearer.map(call::bearer).orElse(call);
        Optional<String> platformAccess = token("platformAccessToken", platform);
        call = platformAccess.map(call::platformAccess).orElse(call);
        return row.has("body") ? withBody(call, platform) : call;
    }

    private Optional<String> token(String member, Platform platform) {
        return Optional.ofNullable(row.path(member).textValue())
                .map(name -> tokens.required(name).textValue().split("\\?", 2))
                .map(kind -> platform.tokens().issue(kind[0], kind[1]));
    }

    private Call withBody(Call call, Platform platform) {
        JsonNode body = row.path("body");
        String text = body.isTextual() ? body.textValue() : body.toString();
        return call.body(
                row.path("headers").path("Content-Type").textValue(),
                text.replace("{uuid}", UUID.randomUUID().toString())
                        .replace("{inbox}", platform.inbox().endPoint()));
    }

    @Override
    public String toString() {
        return row.path("case").textValue() + " is " + row.path("status");
    }
}
