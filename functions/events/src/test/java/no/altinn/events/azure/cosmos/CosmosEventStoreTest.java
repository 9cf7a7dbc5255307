package no.altinn.events.azure.cosmos;

import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosEventStoreTest extends EventStoreContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected EventStore store() {
        return cosmos.stores().events();
    }

    @Override
    protected void settle() {
        cosmos.settle();
    }
}
