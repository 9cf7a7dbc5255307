package no.altinn.rest.record;

class MemoryEntryStoreTest extends EntriesContract {
    private final MemoryEntryStore store = new MemoryEntryStore(clock);

    @Override
    protected EntryStore store() {
        return store;
    }
}
