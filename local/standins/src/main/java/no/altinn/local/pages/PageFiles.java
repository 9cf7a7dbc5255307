package no.altinn.local.pages;

import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;

import org.eclipse.jetty.server.Handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scripts and the style of the start page, as the jar carries them. Immutable. */
final class PageFiles {
    private static final List<String> NAMES =
            List.of(
                    "start.css",
                    "icon.svg",
                    "start.js",
                    "api.js",
                    "dom.js",
                    "texts.js",
                    "texts-en.js",
                    "texts-nb.js",
                    "token.js",
                    "flows.js",
                    "publishing.js",
                    "login.js",
                    "events.js",
                    "deliveries.js",
                    "access.js",
                    "inboxes.js",
                    "messages.js",
                    "links.js");

    private static final Map<String, MediaType> TYPES =
            Map.of(
                    "css",
                    new MediaType("text/css"),
                    "js",
                    new MediaType("text/javascript"),
                    "svg",
                    new MediaType("image/svg+xml"));

    private final Map<String, String> texts =
            NAMES.stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), PageFiles::read));

    private static String read(String name) {
        try (InputStream file =
                Objects.requireNonNull(
                        PageFiles.class.getResourceAsStream(name), () -> name + " is missing")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves {@code GET /local/page/{name}}. */
    Handler handler() {
        return Endpoints.builder()
                .route("GET", "/local/page/{name}", (request, path) -> answer(path.get("name")))
                .build();
    }

    private Answer answer(String name) {
        return Optional.ofNullable(texts.get(name))
                .map(text -> Answer.of(200, type(name), text))
                .orElseThrow(() -> Problem.of(404, "The start page has no such file."))
                // Another release of the platform may answer at the same address tomorrow.
                .with("Cache-Control", "no-cache")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static MediaType type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
