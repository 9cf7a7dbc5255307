package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.permission.Held;
import no.altinn.rest.permission.Holdings;
import no.altinn.rest.permission.PartyRoles;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code {who}/authorization/roles}: the roles that one has oneself (rest-resources.md). */
public final class RoleRoutes implements Routes {
    static final Set<String> READ = Set.of("altinn:rolesandrights.read", "altinn:enduser");
    static final Set<String> WRITE = Set.of("altinn:rolesandrights.write", "altinn:enduser");

    private static final String PATH = "authorization/roles";
    private static final String ALL = "{who}/" + PATH;

    private final Holdings holdings;
    private final Delegations delegations;
    private final PartyRoles roles;

    public RoleRoutes(Holdings holdings, Delegations delegations, PartyRoles roles) {
        this.holdings = holdings;
        this.delegations = delegations;
        this.roles = roles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", ALL, Category.AUTHORIZATION, Needs.USER, READ, this::list),
                Route.of(
                        "DELETE",
                        ALL + "/{id}",
                        Category.AUTHORIZATION,
                        Needs.USER,
                        WRITE,
                        this::remove));
    }

    private Reply list(Visit visit) {
        int partyId = visit.who().partyId();
        Held held = holdings.of(visit.user(), partyId);
        return Reply.of(
                Listing.of(
                        RoleResource.REL,
                        RoleResource.TYPE,
                        visit.listing()
                                .of(
                                        RoleResource.LIST_TYPE,
                                        RoleResource.of(
                                                held,
                                                roles.byCode(partyId),
                                                visit.language(),
                                                id -> definition(visit, id)),
                                        OptionalInt.empty()),
                        Link.of("self", visit.whoAddress(PATH))));
    }

    static String definition(Visit visit, int id) {
        return visit.whoAddress(RoleDefinitionRoutes.PATH + "/" + id);
    }

    private Reply remove(Visit visit) {
        int partyId = visit.who().partyId();
        int id = Ids.known(visit.value("id"));
        Held held = holdings.of(visit.user(), partyId);
        Optional<Delegation> own =
                held.own().stream()
                        .filter(each -> each.number() == id && each.gift() instanceof Gift.Role)
                        .findFirst();
        if (own.isPresent()) {
            delegations.withdraw(own.get());
            return Reply.done();
        }
        throw isHeld(held, partyId, id)
                ? RestError.forbidden("The role cannot be deleted.")
                : RestError.notFound();
    }

    /** Whether it is a role of a register, or one of an organisation that the user manages. */
    private boolean isHeld(Held held, int partyId, int id) {
        Map<String, RoleDefinition> byCode = roles.byCode(partyId);
        return held.inherited().stream()
                        .anyMatch(each -> each.number() == id && each.gift() instanceof Gift.Role)
                || held.roles().stream()
                        .filter(byCode::containsKey)
                        .anyMatch(code -> byCode.get(code).id() == id);
    }
}
