package no.altinn.events.azure.cosmos;

import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.statistics.StatisticsStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosStatisticsStoreTest extends StatisticsStoreContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected StatisticsStore store() {
        return cosmos.stores().statistics();
    }
}
