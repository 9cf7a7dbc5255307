package no.altinn.local.store;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.DeliveryStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteDeliveryStoreTest extends DeliveryStoreContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected DeliveryStore store() {
        return open.stores().deliveries();
    }
}
