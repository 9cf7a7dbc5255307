package no.altinn.simulation.store;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.DeliveryStoreContract;

class StoredDeliveriesTest extends DeliveryStoreContract {
    private final DeliveryStore store =
            OneAtATime.port(DeliveryStore.class, new StoredDeliveries());

    @Override
    protected DeliveryStore store() {
        return store;
    }
}
