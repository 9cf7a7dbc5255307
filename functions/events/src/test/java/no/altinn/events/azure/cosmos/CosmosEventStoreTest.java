package no.altinn.events.azure.cosmos;

import no.altinn.events.store.EventStore;
import no.altinn.events.store.EventStoreContract;

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
