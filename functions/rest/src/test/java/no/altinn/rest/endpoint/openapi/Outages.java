package no.altinn.rest.endpoint.openapi;

import no.altinn.rest.app.MemoryRestApp;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Route;

import java.util.List;
import java.util.stream.Collectors;

/** Asks what is open to anybody of an app whose store is away. */
final class Outages {
    private static final String LOGIN = "{\"UserName\":\"ola\",\"UserPassword\":\"Passord-A1\"}";

    private final RestDocuments documents;
    private final List<Route> away;

    Outages(RestDocuments documents) {
        this.documents = documents;
        this.away = MemoryRestApp.over(table -> new AwayEntries()).routes();
    }

    void ask() {
        DoorBed door = DoorBed.of(() -> away);
        away.stream()
                .filter(route -> route.needs() == Needs.NOTHING)
                .filter(this::isDocumented)
                .forEach(route -> ask(door, route));
    }

    private boolean isDocumented(Route route) {
        return documents
                .of(route)
                .filter(each -> each.node().path("responses").has("503"))
                .isPresent();
    }

    private void ask(DoorBed door, Route route) {
        Change change = Change.none().sending(route.method().equals("POST") ? LOGIN : "");
        change.ask(door, route, query(route));
    }

    /** What must be asked for. */
    private String query(Route route) {
        return documents.of(route).stream()
                .flatMap(operation -> operation.parameters().stream())
                .filter(each -> each.path("in").asText().equals("query"))
                .filter(each -> each.path("required").asBoolean())
                .map(each -> each.get("name").asText() + "=" + each.get("example").asText())
                .collect(Collectors.joining("&", "?", ""));
    }
}
