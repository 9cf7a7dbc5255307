package no.altinn.platform.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.EntityTags;
import no.altinn.platform.http.ExampleAddresses;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.start.Lazy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A document that describes an API and comes with its app. It is read at the first request for it,
 * and then kept; clients may keep it for five minutes, and ask for it by its tag. Thread-safe.
 */
public final class PublishedDocument {
    private static final String CACHING = "public, max-age=300";

    private final Supplier<Answer> whole;

    private PublishedDocument(Supplier<String> text) {
        this.whole = new Lazy<>(() -> whole(text.get()));
    }

    /**
     * A document of JSON, whose examples become this server's.
     *
     * @param app a class of the app that the document comes with
     * @param name the resource's name, as {@link Class#getResourceAsStream} takes it
     * @param server any address of this server
     */
    public static PublishedDocument of(Class<?> app, String name, URI server) {
        return new PublishedDocument(() -> ExampleAddresses.of(server, read(app, name).toString()));
    }

    /**
     * An OpenAPI document, whose only server becomes this one, and whose examples become its.
     *
     * @param app a class of the app that the document comes with
     * @param name the resource's name, as {@link Class#getResourceAsStream} takes it
     * @param api what the document's paths go on from; no slash at its end
     */
    public static PublishedDocument ofOpenApi(Class<?> app, String name, URI api) {
        return new PublishedDocument(
                () -> {
                    JsonNode document = read(app, name);
                    ((ObjectNode) document.required("servers").required(0))
                            .put("url", api.toString());
                    return ExampleAddresses.of(api, document.toString());
                });
    }

    private static JsonNode read(Class<?> app, String name) {
        try (InputStream document = app.getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException("The app lacks its document " + name);
            }
            return Json.parse(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer whole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Answer.of(200, MediaType.JSON, text)
                .with("ETag", EntityTags.of(MediaType.JSON.name(), bytes))
                .with("Cache-Control", CACHING);
    }

    /** The document, or 304 for a client that has it. */
    public Answer answer(Request request) {
        Answer answer = whole.get();
        String tag = answer.headers().get("ETag");
        boolean isKnown =
                request.header("If-None-Match")
                        .filter(list -> EntityTags.isAmong(list, tag))
                        .isPresent();
        return isKnown
                ? Answer.empty(304).with("ETag", tag).with("Cache-Control", CACHING)
                : answer;
    }
}
