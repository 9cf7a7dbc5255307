package no.altinn.simulation.box;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.simulation.time.World;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rights of two persons: the first may do everything, the second as long as delegated. */
final class Rights implements Permissions {
    private final World world;
    private final List<Instant> changes = new ArrayList<>();

    Rights(World world) {
        this.world = world;
    }

    /** Gives the delegation, or withdraws it. */
    void change() {
        changes.add(world.now());
        world.tell("delegation " + isGiven());
    }

    private boolean isGiven() {
        return changes.size() % 2 == 0;
    }

    /** Whether a person was without rights all the time between two instants. */
    boolean isDenied(int userId, Instant from, Instant to) {
        long before = changes.stream().filter(at -> at.isBefore(from)).count();
        boolean isChanged = changes.stream().anyMatch(at -> !at.isBefore(from) && !at.isAfter(to));
        return userId == Town.DELEGATE.user().userId() && before % 2 == 1 && !isChanged;
    }

    @Override
    public Set<Action> of(Caller.User user, int partyId, ServiceKey service) {
        boolean isDelegate = user.userId() == Town.DELEGATE.user().userId();
        return isDelegate && !isGiven() ? Set.of() : EnumSet.allOf(Action.class);
    }

    @Override
    public boolean hasRole(Caller.User user, int partyId, Set<String> roleCodes) {
        return true;
    }
}
