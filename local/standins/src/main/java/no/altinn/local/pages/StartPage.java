package no.altinn.local.pages;

import no.altinn.local.authorization.Policies;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.local.web.PageTemplate;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.server.Handler;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The page at {@code /}, from which a developer works. Its scripts ask what is under {@code
 * /local/}; a reader without scripts gets a list of what there is.
 */
public final class StartPage {
    private static final PageTemplate PAGE = PageTemplate.beside(StartPage.class, "start");
    private static final MediaType HTML = new MediaType("text/html");

    /** All comes from here, and nothing of it is within the page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final Map<String, String> TITLES =
            Map.of("nb", "Altinn på din egen maskin", "en", "The local Altinn platform");

    private final LiveFile<Policies> policies;
    private final LiveFile<Parties> parties;
    private final Supplier<List<String>> faults;

    /**
     * Shows what the files and the supplier say at the time of each request.
     *
     * @param faults what is wrong with the files that a developer edits, a line for each
     */
    public StartPage(
            LiveFile<Policies> policies, LiveFile<Parties> parties, Supplier<List<String>> faults) {
        this.policies = policies;
        this.parties = parties;
        this.faults = faults;
    }

    /** Serves {@code GET /}, its files, and what the test data says. */
    public Handler handler() {
        return new Handler.Sequence(
                Endpoints.builder()
                        .get("/", this::page)
                        .get(
                                "/local/callers",
                                OwnPages.only(
                                        request -> Answers.json(CallerList.json(parties.get()))))
                        .get("/local/files", OwnPages.only(request -> files()))
                        // Where a login of the page ends; the page reads the address.
                        .get("/local/logged-in", request -> Answer.empty(204))
                        .build(),
                new StartFiles().handler());
    }

    private Answer files() {
        return Answers.json(FileList.json(policies, parties, faults.get()));
    }

    private Answer page(Request request) {
        String language = Languages.preferred(request.header("Accept-Language").orElse(""));
        List<String> wrong = faults.get();
        String page =
                PAGE.render(
                        Map.of(
                                "language",
                                language,
                                "title",
                                TITLES.get(language),
                                "isWrong",
                                !wrong.isEmpty(),
                                "faults",
                                wrong,
                                "policyFile",
                                policies.place(),
                                "partyFile",
                                parties.place(),
                                "parties",
                                PartyTable.rows(parties.get())));
        return Answer.of(200, HTML, page)
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-cache")
                .with("Vary", "Accept-Language");
    }
}
