package no.altinn.events.azure.cosmos;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.store.DeliveryLog;
import no.altinn.events.store.DeliveryStore;
import no.altinn.events.store.EventStore;
import no.altinn.events.store.SubscriptionStore;

import java.time.Clock;

/** Every store of one database. Nothing is connected before a store is first used. Thread-safe. */
public final class CosmosStores {
    private final EventStore events;
    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final DeliveryLog log;

    /**
     * The stores.
     *
     * @param connection closed by whoever made it
     * @param meter takes {@code events.cosmos.request_charge}
     * @param clock stamps events and tells which may be read; the same time as on every other
     *     machine, to a second
     */
    public CosmosStores(CosmosConnection connection, Meter meter, Clock clock) {
        this(connection, meter, clock, Attempts.OF_WRITES);
    }

    CosmosStores(CosmosConnection connection, Meter meter, Clock clock, Attempts writing) {
        Charges charges = new Charges(meter);
        this.events =
                new CosmosEventStore(
                        new Items(connection, Containers.EVENTS, charges),
                        new Sequence(clock),
                        writing);
        this.subscriptions =
                new CosmosSubscriptionStore(
                        new Items(connection, Containers.SUBSCRIPTIONS, charges),
                        new Items(connection, Containers.COUNTERS, charges),
                        writing);
        this.deliveries =
                new CosmosDeliveryStore(
                        new Items(connection, Containers.DELIVERIES, charges), writing, clock);
        this.log = new CosmosDeliveryLog(new Items(connection, Containers.LOG, charges), writing);
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

    public DeliveryLog log() {
        return log;
    }
}
