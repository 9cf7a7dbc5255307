package no.altinn.local.store;

import no.altinn.rest.record.EntriesContract;
import no.altinn.rest.record.EntryStore;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteEntryStoreTest extends EntriesContract {
    @RegisterExtension final OpenStores open = new OpenStores(clock);

    @Override
    protected EntryStore store() {
        return open.stores().entries();
    }
}
