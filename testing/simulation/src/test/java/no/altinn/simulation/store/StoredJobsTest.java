package no.altinn.simulation.store;

import no.altinn.events.job.JobStore;
import no.altinn.events.job.JobStoreContract;

class StoredJobsTest extends JobStoreContract {
    private final JobStore store = OneAtATime.port(JobStore.class, new StoredJobs());

    @Override
    protected JobStore store() {
        return store;
    }
}
