package no.altinn.platform.page;

import no.altinn.platform.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A file of text that a page loads. Immutable.
 *
 * @param name how requests call it, without a folder
 * @param type its media type
 * @param text its content, which is sent as UTF-8
 */
public record PageFile(String name, MediaType type, String text) {
    private static final Map<String, MediaType> TYPES =
            Map.of(
                    "css", new MediaType("text/css"),
                    "html", new MediaType("text/html"),
                    "js", new MediaType("text/javascript"),
                    "json", MediaType.JSON,
                    "svg", new MediaType("image/svg+xml"));

    /**
     * A file that the jar carries beside a class.
     *
     * @param place a class of the file's package
     * @param name the file's name, whose ending says what it is: css, html, js, json or svg
     * @throws IllegalStateException if the jar lacks it, or the ending is another
     */
    public static PageFile beside(Class<?> place, String name) {
        return of(name, read(place, name));
    }

    /**
     * A file of a given content.
     *
     * @param name the file's name, whose ending says what it is: css, html, js, json or svg
     * @throws IllegalStateException if the ending is another
     */
    public static PageFile of(String name, String text) {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("No page loads such a file: " + name);
        }
        return new PageFile(name, type, text);
    }

    private static String read(Class<?> place, String name) {
        try (InputStream file =
                Optional.ofNullable(place.getResourceAsStream(name))
                        .orElseThrow(() -> new IllegalStateException("The jar lacks " + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
