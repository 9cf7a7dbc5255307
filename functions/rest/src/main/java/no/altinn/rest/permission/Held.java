package no.altinn.rest.permission;

import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.LocalRole;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a user has for a party at a moment.
 *
 * @param external the codes of roles of public registers
 * @param own what the party gave the user
 * @param inherited what the party gave organisations whose manager the user is
 * @param localRoles the party's own roles, if any of them was given
 */
public record Held(
        Set<String> external,
        List<Delegation> own,
        List<Delegation> inherited,
        List<LocalRole> localRoles) {
    public Held {
        external = Set.copyOf(external);
        own = List.copyOf(own);
        inherited = List.copyOf(inherited);
        localRoles = List.copyOf(localRoles);
    }

    /** All that was given, the user's own first. */
    public List<Delegation> given() {
        List<Delegation> given = new ArrayList<>(own);
        given.addAll(inherited);
        return given;
    }

    /** The codes of all roles. */
    public Set<String> roles() {
        Set<String> roles = new HashSet<>(external);
        for (Delegation delegation : given()) {
            if (delegation.gift() instanceof Gift.Role role) {
                roles.add(role.code());
            }
        }
        return roles;
    }

    /** Whether the user has one of the roles. */
    public boolean hasRole(Set<String> codes) {
        return roles().stream().anyMatch(codes::contains);
    }

    /** What the user may do with a service. */
    public Set<Action> actions(Service service) {
        Set<Action> actions = byRoles(service, roles());
        actions.addAll(given(service.key()));
        return actions;
    }

    /** What rights that were given bring, whether the catalogue has the service or not. */
    Set<Action> given(ServiceKey service) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Delegation delegation : given()) {
            if (delegation.gift() instanceof Gift.Right right && right.service().equals(service)) {
                actions.add(right.action());
            }
        }
        return actions;
    }

    private Set<Action> byRoles(Service service, Set<String> roles) {
        Set<Action> actions = actions(service, roles);
        localRoles.stream()
                .filter(local -> roles.contains(local.code()))
                .flatMap(local -> local.rights().stream())
                .filter(right -> right.service().equals(service.key()))
                .forEach(right -> actions.add(right.action()));
        return actions;
    }

    /** What roles of the catalogue may do with a service. */
    static Set<Action> actions(Service service, Collection<String> roles) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        roles.forEach(role -> actions.addAll(service.actions().getOrDefault(role, Set.of())));
        return actions;
    }

    /** Every right to the services: those by roles, then those that were given by themselves. */
    public List<HeldRight> rights(Collection<Service> services) {
        Set<HeldRight> rights = new LinkedHashSet<>();
        Set<String> roles = roles();
        Set<ServiceKey> keys = new HashSet<>();
        for (Service service : services) {
            keys.add(service.key());
            byRoles(service, roles)
                    .forEach(
                            action ->
                                    rights.add(
                                            HeldRight.byRole(
                                                    new Gift.Right(service.key(), action))));
        }
        for (Delegation delegation : given()) {
            if (delegation.gift() instanceof Gift.Right right && keys.contains(right.service())) {
                rights.add(new HeldRight(delegation.number(), right, true));
            }
        }
        return List.copyOf(rights);
    }
}
