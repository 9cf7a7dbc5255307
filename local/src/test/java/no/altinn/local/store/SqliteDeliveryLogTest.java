package no.altinn.local.store;

import no.altinn.events.store.DeliveryLog;
import no.altinn.events.store.DeliveryLogContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteDeliveryLogTest extends DeliveryLogContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected DeliveryLog log() {
        return open.stores().log();
    }
}
