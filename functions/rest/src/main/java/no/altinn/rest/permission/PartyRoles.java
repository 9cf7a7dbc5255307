package no.altinn.rest.permission;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.delegation.LocalRole;
import no.altinn.rest.delegation.LocalRoles;
import no.altinn.rest.language.Text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The roles that one can have for a party: the catalogue's, and the party's own. Thread-safe. */
public final class PartyRoles {
    private final Catalogue catalogue;
    private final LocalRoles localRoles;

    public PartyRoles(Catalogue catalogue, LocalRoles localRoles) {
        this.catalogue = catalogue;
        this.localRoles = localRoles;
    }

    /** All of them, the catalogue's first. */
    public List<RoleDefinition> of(int partyId) {
        return Stream.concat(
                        catalogue.roleDefinitions().stream(),
                        localRoles.of(partyId).stream().map(PartyRoles::definition))
                .toList();
    }

    /** All of them by code. */
    public Map<String, RoleDefinition> byCode(int partyId) {
        Map<String, RoleDefinition> roles = new HashMap<>();
        of(partyId).forEach(role -> roles.put(role.code(), role));
        return roles;
    }

    /** One of them. */
    public Optional<RoleDefinition> find(int partyId, int id) {
        return catalogue
                .roleDefinition(id)
                .or(() -> localRoles.find(partyId, id).map(PartyRoles::definition));
    }

    private static RoleDefinition definition(LocalRole role) {
        return new RoleDefinition(
                role.id(),
                role.code(),
                RoleDefinition.Kind.LOCAL,
                Text.same(role.name()),
                Text.same(role.description()),
                true);
    }
}
