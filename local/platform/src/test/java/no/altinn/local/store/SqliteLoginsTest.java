package no.altinn.local.store;

import no.altinn.rest.login.LoginsContract;
import no.altinn.rest.record.EntryStore;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteLoginsTest extends LoginsContract {
    @RegisterExtension
    final OpenStores open = new OpenStores(MutableClock.at("2026-01-02T03:04:05Z"));

    @Override
    protected EntryStore store() {
        return open.stores().entries();
    }
}
