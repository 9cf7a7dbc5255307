package no.altinn.local.store;

import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes rows that have been kept long enough. Thread-safe. */
public final class SqliteRetention {
    private static final int BATCH = 500;

    // Rows are numbered about in the order of their age, so the oldest are looked at first and no
    // index of ages is needed.
    private static final List<String> REMOVALS =
            List.of(
                    removal("events", "seq", "registered"),
                    removal("deliveries", "number", "created"),
                    removal("log", "number", "time"),
                    """
                    DELETE FROM statistics WHERE rowid IN (SELECT rowid FROM statistics
                    WHERE hour + 3600000000000 < ? LIMIT 500)""",
                    """
                    DELETE FROM messages WHERE id IN (SELECT id FROM messages
                    WHERE inserted < ? AND queue LIKE '%-poison' LIMIT 500)""");

    private static final List<String> REMOVALS_OF_EXPIRED =
            Tables.ALL.stream().map(SqliteRetention::removalOfExpired).toList();

    /** Jobs are kept for a shorter time than events. */
    private static final Duration JOBS_KEPT = Duration.ofDays(30);

    private static final List<String> REMOVALS_OF_JOBS =
            List.of(
                    """
                    DELETE FROM jobs WHERE (subscription_id, id) IN
                    (SELECT subscription_id, id FROM jobs WHERE created < ? LIMIT 500)""");

    private final SqliteDatabase database;
    private final Retention retention;
    private final Clock clock;

    /**
     * The retention of a database.
     *
     * @param retention says how long jobs are kept at most
     * @param clock tells which entries have expired
     */
    SqliteRetention(SqliteDatabase database, Retention retention, Clock clock) {
        this.database = database;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Removes older events, deliveries, log entries, statistics and poison messages, jobs that are
     * older than 30 days or the retention, and entries that have expired: up to 500 of each, in
     * writes of their own, so that other writes come in between.
     *
     * @return how many; 0 if none is left
     */
    public int removeSomeOlderThan(Instant instant) {
        return remove(REMOVALS, instant)
                + remove(REMOVALS_OF_JOBS, clock.instant().minus(retention.of(JOBS_KEPT)))
                + remove(REMOVALS_OF_EXPIRED, clock.instant());
    }

    private int remove(List<String> removals, Instant border) {
        int all = 0;
        for (String removal : removals) {
            all += database.write(session -> session.update(removal, Nanos.of(border)));
        }
        return all;
    }

    private static String removalOfExpired(Table table) {
        return "DELETE FROM %1$s WHERE rowid IN (SELECT rowid FROM %1$s WHERE expires <= ? LIMIT %2$d)"
                .formatted(new EntryTable(table).name(), BATCH);
    }

    private static String removal(String table, String number, String age) {
        return "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM".formatted(table, number)
                + " (SELECT %2$s, %3$s FROM %1$s ORDER BY %2$s LIMIT %4$d) WHERE %3$s < ?)"
                        .formatted(table, number, age, BATCH);
    }
}
