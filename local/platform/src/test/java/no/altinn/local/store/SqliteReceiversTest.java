package no.altinn.local.store;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.pull.ReceiversContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteReceiversTest extends ReceiversContract {
    @RegisterExtension private final OpenStores open = new OpenStores();

    @Override
    protected DeliveryStore store() {
        return open.stores().deliveries();
    }
}
