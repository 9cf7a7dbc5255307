package no.altinn.local.help;

import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.PageTemplate;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import org.eclipse.jetty.server.Handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page {@code /docs}, which leads to the apps' help pages, and the script that logs test
 * persons and organisations in there with one click. Thread-safe.
 */
public final class HelpTools {
    private static final PageTemplate PAGE = PageTemplate.beside(HelpTools.class, "docs");
    private static final MediaType SCRIPT = new MediaType("text/javascript");
    private static final String FILE = "test-callers.js";

    private final Supplier<Parties> parties;

    /**
     * @param parties who is offered, asked anew for each request
     */
    public HelpTools(Supplier<Parties> parties) {
        this.parties = parties;
    }

    /** Serves {@code /docs} and what is below it. */
    public Handler handler() {
        return Endpoints.builder()
                .get("/docs", request -> Answers.html(PAGE.render(Map.of())))
                .get("/docs/" + FILE, request -> Answer.of(200, SCRIPT, script()))
                .get(
                        "/docs/test-callers.json",
                        request -> Answers.json(TestCallers.json(parties.get())))
                .build();
    }

    private static String script() {
        try (InputStream file =
                Optional.ofNullable(HelpTools.class.getResourceAsStream(FILE))
                        .orElseThrow(() -> new IllegalStateException(FILE + " is missing"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
