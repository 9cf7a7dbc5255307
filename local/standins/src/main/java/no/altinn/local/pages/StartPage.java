package no.altinn.local.pages;

import no.altinn.local.authorization.Policies;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.PageTemplate;

import org.eclipse.jetty.server.Handler;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The page at {@code /}: what the local platform serves, its test data and credentials. */
public final class StartPage {
    private static final PageTemplate PAGE = PageTemplate.beside(StartPage.class, "start");

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

    /** Serves {@code GET /}. */
    public Handler handler() {
        return Endpoints.builder().get("/", request -> Answers.html(render())).build();
    }

    private String render() {
        List<String> wrong = faults.get();
        return PAGE.render(
                Map.of(
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
    }
}
