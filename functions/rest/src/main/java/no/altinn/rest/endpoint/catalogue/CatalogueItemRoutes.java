package no.altinn.rest.endpoint.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.rest.catalogue.CatalogueDraft;
import no.altinn.rest.catalogue.CatalogueReader;
import no.altinn.rest.catalogue.InvalidCatalogue;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code private/catalogue}: for parts of the platform alone (rest-api.md §5). JSON only. */
public final class CatalogueItemRoutes implements Routes {
    private static final String ALL = "private/catalogue";
    private static final Set<String> JSON = Set.of("application/json", "application/hal+json");

    private final StoredCatalogue catalogue;

    public CatalogueItemRoutes(StoredCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                put("/{sc}/{sec}", this::service),
                put("/codelists/{name}/{version}", this::codeList),
                put("/roledefinitions/{id}", this::roleDefinition));
    }

    private static Route put(String path, Endpoint endpoint) {
        return Route.open("PUT", ALL + path, endpoint).needing(Needs.PLATFORM);
    }

    private Reply service(Visit visit) {
        ServiceKey key = new ServiceKey(visit.value("sc"), number(visit, "sec"));
        return put(visit, json -> CatalogueReader.service(key, json));
    }

    private Reply codeList(Visit visit) {
        int version = number(visit, "version");
        return put(visit, json -> CatalogueReader.codeList(visit.value("name"), version, json));
    }

    private Reply roleDefinition(Visit visit) {
        int id = number(visit, "id");
        return put(visit, json -> CatalogueReader.roleDefinition(id, json));
    }

    private static int number(Visit visit, String name) {
        return WholeNumber.of(visit.value(name)).orElseThrow(RestError::notFound);
    }

    private Reply put(Visit visit, Function<JsonNode, CatalogueDraft> read) {
        try {
            catalogue.put(read.apply(json(visit)));
            return Reply.done();
        } catch (InvalidCatalogue e) {
            throw RestError.badRequest(e.getMessage());
        }
    }

    private static JsonNode json(Visit visit) {
        if (!visit.hasBody()) {
            throw RestError.badRequest("The request needs a body.");
        }
        boolean isJson =
                visit.request()
                        .header("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(type -> JSON.contains(type.name()))
                        .isPresent();
        if (!isJson) {
            throw RestError.of(415, "The Content-Type must be application/json.");
        }
        try {
            return Json.parse(Json.withoutByteOrderMark(visit.request().body()));
        } catch (MalformedJson e) {
            throw RestError.badRequest("The body is not valid JSON: " + e.getMessage());
        }
    }
}
