package no.altinn.rest.endpoint.outside;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.catalogue.WholeNumber;
import no.altinn.rest.endpoint.message.SentByUsers;
import no.altinn.rest.message.Actor;
import no.altinn.rest.source.AskSource;
import no.altinn.rest.source.SourceAnswer;

import java.util.List;
import java.util.Set;

/** Lookups: the answer of a source goes out as it came. */
public final class LookupRoutes implements Routes {
    private static final Set<String> SCOPES = Set.of("altinn:enduser", "altinn:lookup");

    private final AskSource sources;

    public LookupRoutes(AskSource sources) {
        this.sources = sources;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "{who}/lookup/{sc}/{sec}",
                        Category.LOOKUP,
                        Needs.USER,
                        SCOPES,
                        this::ask));
    }

    private Reply ask(Visit visit) {
        int edition = WholeNumber.of(visit.value("sec")).orElseThrow(RestError::notFound);
        SourceAnswer answer =
                sources.ask(
                        new Actor(visit.user(), visit.who()),
                        new ServiceKey(visit.value("sc"), edition),
                        visit.parameter("queryOptions"));
        return SentByUsers.guarded(
                Reply.of(200, new Content.Bytes(answer.mediaType(), answer.body())));
    }
}
