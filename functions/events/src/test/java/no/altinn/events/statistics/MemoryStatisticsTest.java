package no.altinn.events.statistics;

class MemoryStatisticsTest extends StatisticsStoreContract {
    private final MemoryStatistics store = new MemoryStatistics();

    @Override
    protected StatisticsStore store() {
        return store;
    }
}
