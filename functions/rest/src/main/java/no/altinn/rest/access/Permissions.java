package no.altinn.rest.access;

import no.altinn.rest.catalogue.ServiceKey;

import java.util.Set;

/** What users may do for a party. Implementations are thread-safe. */
public interface Permissions {
    /**
     * What a user may do with a service for a party: by external roles, and by roles and rights
     * that were given in Altinn. The level of authentication is not looked at here.
     */
    Set<Action> of(Caller.User user, int partyId, ServiceKey service);

    /** Whether the user has a role for the party, external or given, for example {@code HADM}. */
    boolean hasRole(Caller.User user, int partyId, Set<String> roleCodes);
}
