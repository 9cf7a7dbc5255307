package no.altinn.events.azure.cosmos;

import no.altinn.events.log.DeliveryLog;
import no.altinn.events.log.DeliveryLogContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosDeliveryLogTest extends DeliveryLogContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected DeliveryLog log() {
        return cosmos.stores().log();
    }
}
