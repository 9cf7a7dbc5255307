package no.altinn.rest.endpoint.openapi;

import no.altinn.rest.app.MemoryRestApp;
import no.altinn.rest.app.RestApp;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Route;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.testing.openapi.ApiDocument;
import no.altinn.testing.openapi.Operation;
import no.altinn.testing.time.MutableClock;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents as the app serves them, and its routes. */
final class RestDocuments {
    private final List<Route> routes;
    private final Map<Part, ApiDocument> documents = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private RestDocuments(List<Route> routes) {
        this.routes = routes;
        for (Part part : Part.values()) {
            ApiDocument document = ApiDocument.of(served(part), RestAnswers.FORMS);
            documents.put(part, document);
            document.operations().forEach(each -> operations.put(each.toString(), each));
        }
    }

    static RestDocuments read() {
        RestApp app =
                MemoryRestApp.over(new MemoryEntryStore(MutableClock.at("2026-01-02T10:00:00Z")));
        return new RestDocuments(app.routes());
    }

    private String served(Part part) {
        return bed().get(path(part)).without("ApiKey").answer().body();
    }

    static String path(Part part) {
        return part == Part.USERS ? OpenApiRoutes.USERS : OpenApiRoutes.SERVICE_OWNERS;
    }

    /** A door to all routes of the app. */
    DoorBed bed() {
        return DoorBed.of(() -> routes);
    }

    List<Route> routes() {
        return routes;
    }

    ApiDocument document(Part part) {
        return documents.get(part);
    }

    Collection<Operation> operations() {
        return operations.values();
    }

    /** What is documented of a route. */
    Optional<Operation> of(Route route) {
        return of(route.method(), route.template());
    }

    /** What is documented of a method and a route's template. */
    Optional<Operation> of(String method, String template) {
        String path = "/" + template.replace("{*", "{");
        return Optional.ofNullable(operations.get(method + " " + path));
    }
}
