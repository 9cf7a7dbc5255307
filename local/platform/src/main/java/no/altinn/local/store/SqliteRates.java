package no.altinn.local.store;

import no.altinn.events.delivery.RateLine;
import no.altinn.events.delivery.Rates;

import java.time.Duration;
import java.time.Instant;

/** The next free turn of each line in SQLite. Thread-safe. */
final class SqliteRates implements Rates {
    private static final String FREE = "SELECT next FROM rates WHERE subscription_id = ?";

    private static final String SET =
            "INSERT INTO rates (subscription_id, next) VALUES (?, ?)"
                    + " ON CONFLICT (subscription_id) DO UPDATE SET next = excluded.next";

    private final SqliteDatabase database;

    SqliteRates(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Instant reserve(RateLine line, Instant earliest, Duration each, int count) {
        return database.write(
                session -> {
                    Instant first =
                            session.first(FREE, row -> Nanos.toInstant(row.getLong(1)), key(line))
                                    .filter(earliest::isBefore)
                                    .orElse(earliest);
                    session.update(SET, key(line), Nanos.of(first.plus(each.multipliedBy(count))));
                    return first;
                });
    }

    /** No subscription has a number below 1, so a subscription's second line fits there. */
    private static int key(RateLine line) {
        return line.isCatchingUp() ? -line.subscriptionId() : line.subscriptionId();
    }
}
