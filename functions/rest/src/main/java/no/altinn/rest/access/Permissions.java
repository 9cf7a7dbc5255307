package no.altinn.rest.access;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What users may do for a party. Implementations are thread-safe. */
public interface Permissions {
    /**
     * What a user may do with a service for a party: by external roles, and by roles and rights
     * that were given in Altinn. The level of authentication is not looked at here.
     */
    Set<Action> of(Caller.User user, int partyId, ServiceKey service);

    /**
     * The same for several services at once.
     *
     * @param services each of them once
     * @return what the user may do with each of the services
     */
    default Map<ServiceKey, Set<Action>> of(
            Caller.User user, int partyId, Collection<ServiceKey> services) {
        return services.stream()
                .collect(Collectors.toMap(Function.identity(), each -> of(user, partyId, each)));
    }

    /** Whether the user has a role for the party, external or given, for example {@code HADM}. */
    boolean hasRole(Caller.User user, int partyId, Set<String> roleCodes);
}
