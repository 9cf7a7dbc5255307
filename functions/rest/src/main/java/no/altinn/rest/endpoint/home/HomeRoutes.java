package no.altinn.rest.endpoint.home;

import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;

/** {@code B} itself, with links to what is below, and {@code B/health}; open to anybody. */
public final class HomeRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "", HomeRoutes::home),
                Route.open("GET", "health", HomeRoutes::health));
    }

    private static Reply home(Visit visit) {
        return Reply.of(
                Resource.of(
                        "Api",
                        Members.none(),
                        Link.of("self", visit.address("")),
                        Link.of("metadata", visit.address("metadata")),
                        Link.of("messages", visit.address("my/messages")),
                        Link.of("profile", visit.address("my/profile")),
                        Link.of("reportees", visit.address("reportees")),
                        Link.of("organizations", visit.address("organizations")),
                        Link.of("help", visit.address("help"))));
    }

    private static Reply health(Visit visit) {
        return Reply.of(Resource.of("Health", Members.builder().text("Status", "Healthy").build()));
    }
}
