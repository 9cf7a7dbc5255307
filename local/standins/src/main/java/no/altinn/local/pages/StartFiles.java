package no.altinn.local.pages;

import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.page.PageFile;
import no.altinn.platform.page.PageFiles;

import org.eclipse.jetty.server.Handler;

import java.util.List;

/** The scripts of the start page, and what it shares with other pages. Immutable. */
final class StartFiles {
    private static final List<String> NAMES =
            List.of(
                    "start.js",
                    "api.js",
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
                    "portal.js",
                    "links.js");

    private final PageFiles files =
            PageFiles.withShared(
                    NAMES.stream().map(name -> PageFile.beside(StartFiles.class, name)).toList());

    /** Serves {@code GET /local/page/{name}}. */
    Handler handler() {
        return Endpoints.builder()
                .route(
                        "GET",
                        "/local/page/{name}",
                        (request, path) -> answer(path.get("name"), request))
                .build();
    }

    private Answer answer(String name, Request request) {
        return files.answer(name, request)
                .orElseThrow(() -> Problem.of(404, "The start page has no such file."));
    }
}
