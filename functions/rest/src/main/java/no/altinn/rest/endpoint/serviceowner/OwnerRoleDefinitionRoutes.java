package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.authorization.Ids;
import no.altinn.rest.endpoint.authorization.RoleDefinitionResource;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;

import java.util.List;
import java.util.Set;

/** {@code serviceowner/roledefinitions}: the catalogue's roles (rest-resources.md). */
public final class OwnerRoleDefinitionRoutes implements Routes {
    static final String PATH = "serviceowner/roledefinitions";

    private final Catalogue catalogue;

    public OwnerRoleDefinitionRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(route(PATH, this::list), route(PATH + "/{id}", this::one));
    }

    private static Route route(String template, Endpoint endpoint) {
        return Route.of(
                "GET",
                template,
                Category.SERVICE_OWNER,
                Needs.SERVICE_OWNER,
                // Whichever a token has: what is told is open as metadata.
                Set.of(),
                endpoint);
    }

    private Reply list(Visit visit) {
        String address = visit.address(PATH);
        return Reply.of(
                Listing.of(
                        RoleDefinitionResource.REL,
                        RoleDefinitionResource.TYPE,
                        catalogue.roleDefinitions().stream()
                                .map(
                                        role ->
                                                RoleDefinitionResource.of(
                                                        role, visit.language(), address))
                                .toList(),
                        Link.of("self", address)));
    }

    private Reply one(Visit visit) {
        RoleDefinition role =
                catalogue
                        .roleDefinition(Ids.known(visit.value("id")))
                        .orElseThrow(RestError::notFound);
        return Reply.of(RoleDefinitionResource.of(role, visit.language(), visit.address(PATH)));
    }
}
