package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code metadata/roledefinitions} and {@code metadata/rolerequirements}; open to anybody
 * (rest-resources.md "Metadata").
 */
public final class RoleRoutes implements Routes {
    static final String ALL = "metadata/roledefinitions";
    private static final String REQUIREMENTS = "metadata/rolerequirements";

    private final KeptReplies kept;

    public RoleRoutes(KeptReplies kept) {
        this.kept = kept;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", ALL, this::all),
                Route.open("GET", ALL + "/{id}", this::one),
                Route.open("GET", REQUIREMENTS, this::requirements));
    }

    private Reply all(Visit visit) {
        return kept.of(
                ALL,
                visit,
                state ->
                        Reply.of(
                                Listing.of(
                                        "roledefinitions",
                                        "RoleDefinition",
                                        state.roleDefinitions().stream()
                                                .map(role -> RoleResource.of(role, visit))
                                                .toList(),
                                        Link.of("self", visit.address(ALL)))));
    }

    private Reply one(Visit visit) {
        int id = WholeNumber.of(visit.value("id")).orElseThrow(RestError::notFound);
        return kept.of(
                ALL + "/" + id,
                visit,
                state ->
                        state.roleDefinition(id)
                                .map(role -> Reply.of(RoleResource.of(role, visit)))
                                .orElseThrow(RestError::notFound));
    }

    private Reply requirements(Visit visit) {
        ServiceKey key =
                new ServiceKey(
                        required(visit, "serviceCode"),
                        WholeNumber.of(required(visit, "serviceEditionCode"))
                                .orElseThrow(
                                        () ->
                                                RestError.badRequest(
                                                        "The parameter 'serviceEditionCode' must"
                                                                + " be a whole number")));
        return kept.of(
                REQUIREMENTS + "/" + key,
                visit,
                state ->
                        Reply.of(
                                Listing.of(
                                        "rolerequirements",
                                        "RoleRequirement",
                                        roles(state, key).stream()
                                                .map(role -> RoleResource.requirement(role, visit))
                                                .toList(),
                                        Link.of("self", visit.address(REQUIREMENTS)))));
    }

    private static String required(Visit visit, String name) {
        return visit.parameter(name)
                .orElseThrow(
                        () ->
                                RestError.badRequest(
                                        "The parameter '%s' is missing".formatted(name)));
    }

    private static List<RoleDefinition> roles(Catalogue state, ServiceKey key) {
        Service service =
                state.services().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(RestError::notFound);
        return service.actions().keySet().stream()
                .map(state::roleDefinition)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RoleDefinition::id))
                .toList();
    }
}
