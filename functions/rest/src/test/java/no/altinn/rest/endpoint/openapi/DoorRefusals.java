package no.altinn.rest.endpoint.openapi;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.representation.Format;
import no.altinn.testing.openapi.Operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks every route for what the door answers before any endpoint. The routes are the app's own,
 * with all that the door looks at; behind them stand endpoints that read the body where one is
 * documented.
 */
final class DoorRefusals {
    private static final String UNKNOWN_KEY = "99999999-9999-9999-9999-999999999999";
    private static final String STRANGER = "310000009";
    private static final String NOBODY = "999999999";
    private static final Caller NO_ONE = new Caller.Nobody();
    private static final Caller NO_OWNER =
            new Caller.Organisation("310000001", Optional.empty(), 3, Optional.empty());

    private final RestDocuments documents;
    private final DoorBed bed;

    DoorRefusals(RestDocuments documents) {
        this.documents = documents;
        List<Route> routes = documents.routes().stream().map(this::stubbed).toList();
        this.bed = DoorBed.of(() -> routes);
    }

    private Route stubbed(Route route) {
        boolean hasBody =
                documents.of(route).filter(each -> each.node().has("requestBody")).isPresent();
        if (route.mostFileBytes().isPresent()) {
            return route;
        }
        Endpoint stub =
                visit -> {
                    if (hasBody) {
                        visit.body();
                    }
                    return Reply.of(200, new Content.Line("Here"));
                };
        return new Route(
                route.method(),
                route.template(),
                route.key(),
                route.needs(),
                route.scopes(),
                route.maxBody(),
                stub);
    }

    void ask() {
        for (Route route : documents.routes()) {
            documents.of(route).ifPresent(operation -> ask(route, operation));
        }
    }

    private void ask(Route route, Operation operation) {
        DoorBed known = known(route);
        if (route.key().isPresent()) {
            askAll(Change.without("ApiKey"), known, route);
            askAll(Change.with("ApiKey", UNKNOWN_KEY), known, route);
        }
        if (route.needs() != Needs.NOTHING) {
            askAll(Change.none(), away(), route);
        }
        if (isForUsers(route)) {
            askAll(Change.none(), bed.calledBy(NO_ONE), route);
            askAll(Change.none(), bed.calledBy(DoorBed.TTD), route);
            if (isRead(route)) {
                Change.with("Accept", "text/html").ask(bed.calledBy(NO_ONE), route);
            }
        } else if (route.needs() == Needs.ORGANISATION || route.needs() == Needs.SERVICE_OWNER) {
            askAll(Change.none(), bed.calledBy(NO_ONE), route);
        }
        if (route.needs() == Needs.SERVICE_OWNER) {
            askAll(Change.none(), bed.calledBy(NO_OWNER), route);
        }
        if (route.needs() == Needs.PLATFORM) {
            askAll(Change.without("PlatformAccessToken"), known, route);
        }
        if (route.template().contains("{who}")) {
            askAll(Change.who(NOBODY), known, route);
            askAll(Change.who(STRANGER), known, route);
        }
        if (isRead(route)) {
            Change.with("If-None-Match", "*").ask(known, route);
        } else {
            askWrites(route, operation, known);
        }
    }

    private void askWrites(Route route, Operation operation, DoorBed known) {
        askAll(Change.with("Origin", "https://other.example"), known, route);
        askAll(
                Change.with("Content-Length", "999999999999")
                        .and("X-Transfer", "begin")
                        .and("X-Transfer-Length", "999999999999"),
                known,
                route);
        if (Set.of("PUT", "DELETE").contains(route.method())) {
            askAll(Change.with("If-Match", "\"another\""), known, route);
        }
        if (route.mostFileBytes().isPresent()) {
            Change begun = Change.with("X-Transfer", "begin");
            askAll(begun, known, route);
            Change coded = begun.and("X-Transfer-Length", "3").and("Content-Encoding", "gzip");
            askAll(coded, known, route);
        } else if (operation.node().has("requestBody")) {
            askAll(Change.none(), known, route);
            askAll(Change.with("Content-Type", "text/plain").sending("text"), known, route);
            askAll(Change.with("Transfer-Encoding", "chunked"), known, route);
        }
    }

    private static void askAll(Change change, DoorBed door, Route route) {
        for (Format format : Format.values()) {
            change.and("Accept", format.mediaType()).ask(door, route);
        }
    }

    /** Called by whom the route is for. */
    private DoorBed known(Route route) {
        if (isForUsers(route)) {
            return bed.calledBy(DoorBed.A);
        }
        return bed.calledBy(route.needs() == Needs.ORGANISATION ? NO_OWNER : DoorBed.TTD);
    }

    private DoorBed away() {
        return bed.with(
                        (Callers)
                                request -> {
                                    throw new Unavailable("The keys are away");
                                })
                .guardedBy(
                        request -> {
                            throw new Unavailable("The certificates are away");
                        });
    }

    private static boolean isForUsers(Route route) {
        return route.needs() == Needs.USER || route.template().contains("{who}");
    }

    private static boolean isRead(Route route) {
        return route.method().equals("GET");
    }
}
