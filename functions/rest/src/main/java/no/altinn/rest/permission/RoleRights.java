package no.altinn.rest.permission;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.LocalRole;
import no.altinn.rest.delegation.LocalRoles;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rights that a role brings. Thread-safe. */
public final class RoleRights {
    private final Catalogue catalogue;
    private final LocalRoles localRoles;

    public RoleRights(Catalogue catalogue, LocalRoles localRoles) {
        this.catalogue = catalogue;
        this.localRoles = localRoles;
    }

    /** The rights by service and action. */
    public List<HeldRight> of(RoleDefinition role, int partyId) {
        Stream<Gift.Right> rights =
                role.kind() == RoleDefinition.Kind.LOCAL
                        ? localRoles.find(partyId, role.id()).map(LocalRole::rights).stream()
                                .flatMap(List::stream)
                        : catalogue.services().stream()
                                .flatMap(
                                        service ->
                                                Held.actions(service, Set.of(role.code())).stream()
                                                        .map(
                                                                action ->
                                                                        new Gift.Right(
                                                                                service.key(),
                                                                                action)));
        return rights.map(HeldRight::byRole).toList();
    }
}
