package no.altinn.rest.azure.cosmos;

import no.altinn.rest.login.LoginsContract;
import no.altinn.rest.record.EntryStore;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("proof")
class CosmosLoginsTest extends LoginsContract {
    @RegisterExtension
    private final OpenEntries cosmos =
            OpenEntries.ofEnvironment(MutableClock.at("2026-01-02T03:04:05Z"));

    @Override
    protected EntryStore store() {
        return cosmos.store();
    }
}
