package no.altinn.rest.message;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Everything is allowed but for what a test takes away. For one thread. */
public final class SettablePermissions implements Permissions {
    private final Map<String, Set<Action>> taken = new HashMap<>();

    /** Takes rights to a service's messages of every party from everybody. */
    public void take(String serviceCode, Action... actions) {
        taken.put(serviceCode, Set.of(actions));
    }

    @Override
    public Set<Action> of(Caller.User user, int partyId, ServiceKey service) {
        Set<Action> left = EnumSet.allOf(Action.class);
        left.removeAll(taken.getOrDefault(service.code(), Set.of()));
        return left;
    }

    @Override
    public boolean hasRole(Caller.User user, int partyId, Set<String> roleCodes) {
        return true;
    }
}
