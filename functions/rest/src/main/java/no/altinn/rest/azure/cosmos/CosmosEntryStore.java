package no.altinn.rest.azure.cosmos;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RequestCharges;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The entries of every table in Cosmos DB, in the database of a connection. Nothing is connected
 * before the first use of a table. Thread-safe.
 */
public final class CosmosEntryStore implements EntryStore {
    /** How long one attempt of a write may take. */
    private static final Duration WRITE_BOUND = Duration.ofSeconds(2);

    private final Map<String, Entries> tables;

    /**
     * The store.
     *
     * @param connection to the database {@link Tables#DATABASE}; the caller closes it
     * @param meter takes what requests cost
     * @param clock tells which entries have expired
     */
    public CosmosEntryStore(CosmosConnection connection, Meter meter, Clock clock) {
        this(connection, meter, clock, RetryPolicy.ofWrites(WRITE_BOUND));
    }

    CosmosEntryStore(CosmosConnection connection, Meter meter, Clock clock, RetryPolicy writing) {
        RequestCharges charges = new RequestCharges(meter);
        this.tables =
                Tables.ALL.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Table::name,
                                        table ->
                                                new CosmosEntries(
                                                        table,
                                                        new Documents(
                                                                connection,
                                                                RestContainers.of(table),
                                                                charges),
                                                        writing,
                                                        clock)));
    }

    /**
     * Opens the connection, for about one request unit.
     *
     * @throws no.altinn.platform.client.Unavailable if the account does not answer
     */
    public void warmUp() {
        of(Tables.APPLICATIONS).find("warm-up", "warm-up");
    }

    @Override
    public Entries of(Table table) {
        Entries entries = tables.get(table.name());
        if (entries == null) {
            throw new IllegalArgumentException("No table is named " + table.name());
        }
        return entries;
    }
}
