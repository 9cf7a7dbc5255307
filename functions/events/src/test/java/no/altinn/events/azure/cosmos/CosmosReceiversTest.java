package no.altinn.events.azure.cosmos;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.pull.ReceiversContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosReceiversTest extends ReceiversContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected DeliveryStore store() {
        return cosmos.stores().deliveries();
    }
}
