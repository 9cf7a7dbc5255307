package no.altinn.local.store;

import no.altinn.events.job.JobStore;
import no.altinn.events.job.JobStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteJobStoreTest extends JobStoreContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected JobStore store() {
        return open.stores().jobs();
    }
}
