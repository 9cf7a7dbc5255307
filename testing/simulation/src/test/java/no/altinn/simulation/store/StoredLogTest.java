package no.altinn.simulation.store;

import no.altinn.events.log.DeliveryLog;
import no.altinn.events.log.DeliveryLogContract;

class StoredLogTest extends DeliveryLogContract {
    private final DeliveryLog log = OneAtATime.port(DeliveryLog.class, new StoredLog());

    @Override
    protected DeliveryLog log() {
        return log;
    }
}
