package no.altinn.local.pages;

import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.PageTemplate;

import org.eclipse.jetty.server.Handler;

import java.util.Map;
import java.util.function.Supplier;

/** The page at {@code /}: what the local platform serves, its test data and credentials. */
public final class StartPage {
    private static final PageTemplate PAGE = PageTemplate.beside(StartPage.class, "start");

    private final Supplier<Parties> parties;

    /** Shows the test data that the supplier gives at the time of each request. */
    public StartPage(Supplier<Parties> parties) {
        this.parties = parties;
    }

    /** Serves {@code GET /}. */
    public Handler handler() {
        return Endpoints.builder().get("/", request -> Answers.html(render(parties.get()))).build();
    }

    private static String render(Parties parties) {
        return PAGE.render(Map.of("parties", PartyTable.rows(parties)));
    }
}
