package no.altinn.local.store;

import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.statistics.StatisticsStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteStatisticsStoreTest extends StatisticsStoreContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected StatisticsStore store() {
        return open.stores().statistics();
    }
}
