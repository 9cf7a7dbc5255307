package no.altinn.local.store;

import no.altinn.rest.message.MessagesContract;
import no.altinn.rest.record.EntryStore;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteMessagesTest extends MessagesContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected EntryStore store() {
        return open.stores().entries();
    }
}
