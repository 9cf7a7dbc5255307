package no.altinn.events.job;

class FakeJobStoreTest extends JobStoreContract {
    private final JobStore store = new FakeJobStore();

    @Override
    protected JobStore store() {
        return store;
    }
}
