package no.altinn.rest.permission;

import no.altinn.rest.access.Action;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.ServiceKey;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Permissions by the roles and rights that users have, and by what the catalogue lets roles do with
 * services. Thread-safe.
 */
public final class RolePermissions implements Permissions {
    private final Holdings holdings;
    private final Catalogue catalogue;

    public RolePermissions(Holdings holdings, Catalogue catalogue) {
        this.holdings = holdings;
        this.catalogue = catalogue;
    }

    @Override
    public Set<Action> of(Caller.User user, int partyId, ServiceKey service) {
        return actions(holdings.of(user, partyId), service);
    }

    @Override
    public Map<ServiceKey, Set<Action>> of(
            Caller.User user, int partyId, Collection<ServiceKey> services) {
        Held held = holdings.of(user, partyId);
        return services.stream()
                .collect(Collectors.toMap(Function.identity(), each -> actions(held, each)));
    }

    private Set<Action> actions(Held held, ServiceKey service) {
        return catalogue.service(service).map(held::actions).orElseGet(() -> held.given(service));
    }

    @Override
    public boolean hasRole(Caller.User user, int partyId, Set<String> roleCodes) {
        return holdings.of(user, partyId).hasRole(roleCodes);
    }
}
