package no.altinn.rest.azure.cosmos;

import no.altinn.rest.record.EntriesContract;
import no.altinn.rest.record.EntryStore;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosEntryStoreTest extends EntriesContract {
    @RegisterExtension private final OpenEntries cosmos = OpenEntries.ofEnvironment(clock);

    @Override
    protected EntryStore store() {
        return cosmos.store();
    }
}
