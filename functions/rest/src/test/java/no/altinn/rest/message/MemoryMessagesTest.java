package no.altinn.rest.message;

import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.testing.time.MutableClock;

class MemoryMessagesTest extends MessagesContract {
    private final EntryStore store = new MemoryEntryStore(MutableClock.at("2026-01-02T09:00:00Z"));

    @Override
    protected EntryStore store() {
        return store;
    }
}
