package no.altinn.local.store;

import no.altinn.events.signing.KeyRecords;
import no.altinn.events.signing.KeyRecordsContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteKeyRecordsTest extends KeyRecordsContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected KeyRecords records() {
        return open.stores().keyRecords();
    }
}
