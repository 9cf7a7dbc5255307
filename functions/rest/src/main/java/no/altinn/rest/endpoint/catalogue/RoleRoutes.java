package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code metadata/roledefinitions} and {@code metadata/rolerequirements}, open to anybody, and the
 * same roles for service owners (rest-resources.md "Metadata", "Service owners").
 */
public final class RoleRoutes implements Routes {
    private static final String ALL = "metadata/roledefinitions";
    private static final String OWNERS = "serviceowner/roledefinitions";
    private static final String REQUIREMENTS = "metadata/rolerequirements";

    /** Any scope that is a service owner's. */
    private static final Set<String> OWNERS_SCOPES =
            Stream.of(
                            "",
                            "/reportees",
                            "/rolesandrights",
                            "/delegations.write",
                            "/srr.read",
                            "/srr.write",
                            "/organizations",
                            "/notifications.read",
                            "/events",
                            "/correspondences.write")
                    .map("altinn:serviceowner"::concat)
                    .collect(Collectors.toUnmodifiableSet());

    private final KeptReplies kept;

    public RoleRoutes(KeptReplies kept) {
        this.kept = kept;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", ALL, visit -> all(visit, ALL)),
                Route.open("GET", ALL + "/{id}", visit -> one(visit, ALL)),
                Route.open("GET", REQUIREMENTS, this::requirements),
                forOwners(OWNERS, this::all),
                forOwners(OWNERS + "/{id}", this::one));
    }

    private interface Answering {
        Reply answer(Visit visit, String all);
    }

    private static Route forOwners(String path, Answering endpoint) {
        return Route.of(
                "GET",
                path,
                Category.SERVICE_OWNER,
                Needs.SERVICE_OWNER,
                OWNERS_SCOPES,
                visit -> endpoint.answer(visit, OWNERS));
    }

    private Reply all(Visit visit, String all) {
        return kept.of(
                all,
                visit,
                state ->
                        Reply.of(
                                Listing.of(
                                        "roledefinitions",
                                        "RoleDefinition",
                                        state.roleDefinitions().stream()
                                                .map(role -> RoleResource.of(role, visit, all))
                                                .toList(),
                                        Link.of("self", visit.address(all)))));
    }

    private Reply one(Visit visit, String all) {
        int id = WholeNumber.of(visit.value("id")).orElseThrow(RestError::notFound);
        return kept.of(
                all + "/" + id,
                visit,
                state ->
                        state.roleDefinition(id)
                                .map(role -> Reply.of(RoleResource.of(role, visit, all)))
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
                                                .map(
                                                        role ->
                                                                RoleResource.requirement(
                                                                        role, visit, ALL))
                                                .toList(),
                                        Link.of("self", visit.address(REQUIREMENTS)))));
    }

    private static String required(Visit visit, String name) {
        return visit.parameter(name)
                .orElseThrow(
                        () -> RestError.badRequest("The parameter '%s' is missing".formatted(name)));
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
