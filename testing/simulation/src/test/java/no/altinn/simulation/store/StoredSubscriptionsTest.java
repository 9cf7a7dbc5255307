package no.altinn.simulation.store;

import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.SubscriptionStoreContract;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.World;

class StoredSubscriptionsTest extends SubscriptionStoreContract {
    private final SubscriptionStore store =
            OneAtATime.port(
                    SubscriptionStore.class,
                    new StoredSubscriptions(new World(new Chance(1)), () -> {}));

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
