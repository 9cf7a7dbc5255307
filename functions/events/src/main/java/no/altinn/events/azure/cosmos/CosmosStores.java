package no.altinn.events.azure.cosmos;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.Rates;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.job.JobStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.signing.KeyRecords;
import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RequestCharges;
import no.altinn.platform.azure.cosmos.RetryPolicy;

import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * Every store of one database. Nothing is connected before {@link #warmUp} or a store's first use.
 * Thread-safe.
 */
public final class CosmosStores {
    /** A key that no event has: stored events are named by a digest. */
    private static final EventKey NOWHERE = new EventKey("warm-up", "warm-up");

    private final EventStore events;
    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final Rates rates;
    private final DeliveryLog log;
    private final KeyRecords keyRecords;
    private final StatisticsStore statistics;
    private final JobStore jobs;
    private final Documents eventDocuments;

    /**
     * The stores.
     *
     * @param connection the caller closes it
     * @param meter takes {@code events.cosmos.request_charge}
     * @param clock stamps events and decides which may be read; it may differ from the clocks of
     *     other machines by a second
     */
    public CosmosStores(CosmosConnection connection, Meter meter, Clock clock) {
        this(connection, meter, clock, RetryPolicy.ofWrites(Sequence.WRITE_BOUND));
    }

    CosmosStores(CosmosConnection connection, Meter meter, Clock clock, RetryPolicy writing) {
        RequestCharges charges = new RequestCharges(meter);
        this.eventDocuments = new Documents(connection, Containers.EVENTS, charges);
        this.events = new CosmosEventStore(eventDocuments, new Sequence(clock), writing);
        this.subscriptions =
                new CosmosSubscriptionStore(
                        new Documents(connection, Containers.SUBSCRIPTIONS, charges),
                        new Documents(connection, Containers.COUNTERS, charges),
                        writing);
        this.deliveries =
                new CosmosDeliveryStore(
                        new Documents(connection, Containers.DELIVERIES, charges), writing, clock);
        this.statistics =
                new CosmosStatisticsStore(
                        new Documents(connection, Containers.STATISTICS, charges), writing);
        this.rates = new CosmosRates(new Documents(connection, Containers.RATES, charges), writing);
        this.log =
                new CosmosDeliveryLog(new Documents(connection, Containers.LOG, charges), writing);
        this.jobs =
                new CosmosJobStore(new Documents(connection, Containers.JOBS, charges), writing);
        this.keyRecords =
                new CosmosKeyRecords(new Documents(connection, Containers.KEYS, charges), writing);
    }

    /**
     * Prepares the connection and its caches, for which a first use would wait, by reading a
     * document that does not exist.
     *
     * @throws no.altinn.platform.client.Unavailable if the account does not answer
     */
    public void warmUp() {
        eventDocuments.await(
                Mono.defer(
                        () ->
                                eventDocuments.read(
                                        Consistency.EVENTUAL,
                                        NOWHERE.document(),
                                        EventWrites.key(NOWHERE))));
    }

    public EventStore events() {
        return events;
    }

    public SubscriptionStore subscriptions() {
        return subscriptions;
    }

    public DeliveryStore deliveries() {
        return deliveries;
    }

    public StatisticsStore statistics() {
        return statistics;
    }

    public Rates rates() {
        return rates;
    }

    public DeliveryLog log() {
        return log;
    }

    public JobStore jobs() {
        return jobs;
    }

    public KeyRecords keyRecords() {
        return keyRecords;
    }
}
