package no.altinn.local.store;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.event.EventReader;
import no.altinn.events.subscription.Subscription;
import no.altinn.local.overview.Overview;
import no.altinn.local.overview.RegisteredEvent;

import java.util.ArrayList;
import java.util.List;

/** The newest rows of the tables. Thread-safe. */
final class SqliteOverview implements Overview {
    private static final int MOST_CHARACTERS = 8 << 20;

    private final SqliteDatabase database;

    SqliteOverview(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<RegisteredEvent> events(int limit) {
        List<RegisteredEvent> events = new ArrayList<>();
        long[] characters = new long[1];
        return database.read(
                session -> {
                    session.each(
                            "SELECT json, registered FROM events ORDER BY seq DESC LIMIT ?",
                            row -> {
                                String json = row.getString(1);
                                events.add(
                                        new RegisteredEvent(
                                                EventReader.stored(json),
                                                Nanos.toInstant(row.getLong(2))));
                                characters[0] += json.length();
                                return characters[0] < MOST_CHARACTERS;
                            },
                            limit);
                    return events;
                });
    }

    @Override
    public List<Subscription> subscriptions(int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM subscriptions ORDER BY id DESC LIMIT ?",
                                SubscriptionRow::read,
                                limit));
    }

    @Override
    public List<Subscription> subscriptionsNear(String resource, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM subscriptions"
                                        + " ORDER BY resource = ? DESC, id DESC LIMIT ?",
                                SubscriptionRow::read,
                                resource,
                                limit));
    }

    @Override
    public List<Delivery> deliveries(int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM deliveries ORDER BY number DESC LIMIT ?",
                                DeliveryRow::read,
                                limit));
    }
}
