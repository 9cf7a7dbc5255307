package no.altinn.local.orgs;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.local.web.Answers;
import no.altinn.local.web.EndpointHandler;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Stands in for the list of service owners, which anyone may read. Thread-safe. */
public final class AltinnOrgs {
    private final Supplier<Parties> parties;

    /** Lists whom the supplier gives at the time of each request. */
    public AltinnOrgs(Supplier<Parties> parties) {
        this.parties = parties;
    }

    /** Serves {@code GET /orgs/altinn-orgs.json}. */
    public Handler handler() {
        return EndpointHandler.builder()
                .get(
                        "/orgs/altinn-orgs.json",
                        request -> Answers.json(render(parties.get().serviceOwners())))
                .build();
    }

    /** In the codes' order, as the real list: of two with one number, the first counts. */
    private static String render(List<ServiceOwner> owners) {
        ObjectNode list = Json.object();
        ObjectNode orgs = list.putObject("orgs");
        owners.stream()
                .sorted(Comparator.comparing(ServiceOwner::org))
                .forEach(owner -> orgs.putObject(owner.org()).put("orgnr", owner.orgNo()));
        return list.toString();
    }
}
