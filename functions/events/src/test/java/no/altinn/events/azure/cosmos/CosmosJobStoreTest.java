package no.altinn.events.azure.cosmos;

import no.altinn.events.job.JobStore;
import no.altinn.events.job.JobStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosJobStoreTest extends JobStoreContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected JobStore store() {
        return cosmos.stores().jobs();
    }
}
