package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.delegation.LocalRole;
import no.altinn.rest.delegation.LocalRoles;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.permission.Administration;
import no.altinn.rest.permission.PartyRoles;
import no.altinn.rest.permission.RoleRights;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Set;

/**
 * {@code {who}/authorization/roledefinitions}: the roles that one can have for a party, its own
 * among them (rest-resources.md, Authorization).
 */
public final class RoleDefinitionRoutes implements Routes {
    static final String PATH = "authorization/roledefinitions";

    private static final String ALL = "{who}/" + PATH;
    private static final String ONE = ALL + "/{id}";
    private static final Set<String> READ = Set.of("altinn:roledefinitions.read", "altinn:enduser");
    private static final Set<String> WRITE =
            Set.of("altinn:roledefinitions.write", "altinn:enduser");

    private final PartyRoles roles;
    private final RoleRights rights;
    private final LocalRoles localRoles;
    private final Administration administration;
    private final GiftBody gifts;

    public RoleDefinitionRoutes(
            PartyRoles roles,
            RoleRights rights,
            LocalRoles localRoles,
            Administration administration,
            GiftBody gifts) {
        this.roles = roles;
        this.rights = rights;
        this.localRoles = localRoles;
        this.administration = administration;
        this.gifts = gifts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", ALL, READ, this::list),
                route("POST", ALL, WRITE, this::add),
                route("GET", ONE, READ, this::one),
                route("PUT", ONE, WRITE, this::replace),
                route("DELETE", ONE, WRITE, this::remove));
    }

    private static Route route(
            String method, String template, Set<String> scopes, Endpoint endpoint) {
        return Route.of(method, template, Category.AUTHORIZATION, Needs.USER, scopes, endpoint);
    }

    private Reply list(Visit visit) {
        String address = visit.whoAddress(PATH);
        return Reply.of(
                Listing.of(
                        RoleDefinitionResource.REL,
                        RoleDefinitionResource.TYPE,
                        roles.of(visit.who().partyId()).stream()
                                .map(
                                        role ->
                                                RoleDefinitionResource.of(
                                                        role, visit.language(), address))
                                .toList(),
                        Link.of("self", address)));
    }

    private Reply one(Visit visit) {
        RoleDefinition role = role(visit);
        List<Resource> held =
                rights.of(role, visit.who().partyId()).stream()
                        .map(right -> RightResource.of(right, role.isDelegable()))
                        .toList();
        return Reply.of(
                RoleDefinitionResource.of(role, visit.language(), visit.whoAddress(PATH))
                        .with(Listing.of(RightResource.REL, RightResource.TYPE, held)));
    }

    private RoleDefinition role(Visit visit) {
        return roles.find(visit.who().partyId(), Ids.known(visit.value("id")))
                .orElseThrow(RestError::notFound);
    }

    private Reply add(Visit visit) {
        Fields body = visit.body();
        LocalRole made =
                administration.addRole(
                        visit.user(),
                        visit.who(),
                        body.required("RoleName"),
                        body.text("RoleDescription").orElse(""),
                        gifts.rights(body));
        return Reply.created(visit.whoAddress(PATH + "/" + made.id()));
    }

    private Reply replace(Visit visit) {
        Fields body = visit.body();
        LocalRole before = localRole(visit);
        administration.replaceRole(
                visit.user(),
                visit.who(),
                before,
                new LocalRole(
                        before.partyId(),
                        before.id(),
                        body.required("RoleName"),
                        body.text("RoleDescription").orElse(""),
                        gifts.rights(body)));
        return Reply.done();
    }

    private Reply remove(Visit visit) {
        administration.removeRole(visit.user(), visit.who(), localRole(visit));
        return Reply.done();
    }

    private LocalRole localRole(Visit visit) {
        RoleDefinition role = role(visit);
        return localRoles
                .find(visit.who().partyId(), role.id())
                .orElseThrow(
                        () -> RestError.forbidden("Only local role definitions can be changed"));
    }
}
