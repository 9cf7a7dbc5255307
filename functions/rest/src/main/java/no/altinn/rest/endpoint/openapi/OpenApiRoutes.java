package no.altinn.rest.endpoint.openapi;

import no.altinn.platform.http.ExampleAddresses;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Prepared;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The OpenAPI documents: {@code help/openapi.json} of all but the service owners' routes, {@code
 * serviceowner/help/openapi.json} of theirs (rest-api.md §8). Each is written at the first request
 * for it, so that no start waits for it, and then kept. Thread-safe.
 */
public final class OpenApiRoutes implements Routes {
    static final String USERS = "help/openapi.json";
    static final String SERVICE_OWNERS = "serviceowner/" + USERS;

    private static final String JSON = "application/json; charset=utf-8";
    private static final String WHILE_FRESH = "public, max-age=300";

    private final Supplier<List<Route>> routes;
    private final Map<String, Reply> written = new ConcurrentHashMap<>();

    /**
     * @param routes every route of the app, these among them; asked for at the first request
     */
    public OpenApiRoutes(Supplier<List<Route>> routes) {
        this.routes = routes;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", USERS, visit -> document(visit, Part.USERS)),
                Route.open("GET", SERVICE_OWNERS, visit -> document(visit, Part.SERVICE_OWNERS)));
    }

    private Reply document(Visit visit, Part part) {
        return written.computeIfAbsent(part.title(), any -> write(visit, part));
    }

    private Reply write(Visit visit, Part part) {
        String base = visit.address("");
        String json =
                ExampleAddresses.of(
                        URI.create(base),
                        OpenApi.read()
                                .document(part.title(), part.of(routes.get()), base)
                                .toString());
        return Prepared.of(
                Reply.of(200, new Content.Written(JSON, json)).with("Cache-Control", WHILE_FRESH),
                visit.format());
    }
}
