package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.catalogue.Catalogue;
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
import no.altinn.rest.permission.Administration;
import no.altinn.rest.permission.Held;
import no.altinn.rest.permission.Holdings;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code {who}/authorization/rights}: the rights that one has oneself (rest-resources.md). */
public final class RightRoutes implements Routes {
    private static final String PATH = "authorization/rights";
    private static final String ALL = "{who}/" + PATH;

    private final Holdings holdings;
    private final Delegations delegations;
    private final Catalogue catalogue;

    public RightRoutes(Holdings holdings, Delegations delegations, Catalogue catalogue) {
        this.holdings = holdings;
        this.delegations = delegations;
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        ALL,
                        Category.AUTHORIZATION,
                        Needs.USER,
                        RoleRoutes.READ,
                        this::list),
                Route.of(
                        "DELETE",
                        ALL + "/{id}",
                        Category.AUTHORIZATION,
                        Needs.USER,
                        RoleRoutes.WRITE,
                        this::remove));
    }

    private Reply list(Visit visit) {
        Held held = holdings.of(visit.user(), visit.who().partyId());
        boolean isDelegatable = Administration.isAdministrator(held);
        List<Resource> rights =
                held.rights(catalogue.services()).stream()
                        .map(right -> RightResource.of(right, isDelegatable))
                        .toList();
        return Reply.of(
                Listing.of(
                        RightResource.REL,
                        RightResource.TYPE,
                        visit.listing().of(RightResource.LIST_TYPE, rights, OptionalInt.empty()),
                        Link.of("self", visit.whoAddress(PATH))));
    }

    private Reply remove(Visit visit) {
        int id = Ids.known(visit.value("id"));
        Held held = holdings.of(visit.user(), visit.who().partyId());
        Optional<Delegation> own =
                held.own().stream()
                        .filter(each -> each.number() == id && each.gift() instanceof Gift.Right)
                        .findFirst();
        if (own.isPresent()) {
            delegations.withdraw(own.get());
            return Reply.done();
        }
        boolean isHeld =
                held.rights(catalogue.services()).stream().anyMatch(right -> right.id() == id);
        throw isHeld ? RestError.forbidden("The right cannot be deleted.") : RestError.notFound();
    }
}
