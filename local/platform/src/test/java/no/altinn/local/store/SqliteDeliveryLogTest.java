package no.altinn.local.store;

import no.altinn.events.log.DeliveryLog;
import no.altinn.events.log.DeliveryLogContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteDeliveryLogTest extends DeliveryLogContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected DeliveryLog log() {
        return open.stores().log();
    }
}
