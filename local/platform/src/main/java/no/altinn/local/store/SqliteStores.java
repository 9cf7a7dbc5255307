package no.altinn.local.store;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.EventStore;
import no.altinn.events.job.JobStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.signing.KeyRecords;
import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.local.backend.Backend;
import no.altinn.local.host.http.FileTransfer;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.local.overview.Overview;
import no.altinn.local.store.SqliteChangeFeed.Changes;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Table;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Every store of one data directory: one SQLite file, and a folder of files. Thread-safe. */
public final class SqliteStores implements Backend {
    private static final String FILE = "events.db";

    private final SqliteDatabase database;
    private final ArrivalSignal eventArrivals = new ArrivalSignal();
    private final ArrivalSignal messageArrivals = new ArrivalSignal();
    private final ArrivalSignal entryArrivals = new ArrivalSignal();
    private final EventStore events;
    private final SqliteSubscriptionStore subscriptions;
    private final SqliteDeliveryStore deliveries;
    private final Rates rates;
    private final DeliveryLog log;
    private final KeyRecords keyRecords;
    private final StatisticsStore statistics;
    private final JobStore jobs;
    private final SqliteQueues queues;
    private final SqliteQueueAges queueAges;
    private final SqliteRetryQueue retries;
    private final EntryStore entries;
    private final FolderFiles files;
    private final SqliteRetention retention;
    private final Overview overview;

    private SqliteStores(SqliteDatabase database, FolderFiles files, Retention kept, Clock clock) {
        this.database = database;
        this.files = files;
        this.events =
                new SqliteEventStore(
                        database, clock, eventArrivals, SqliteEventStore.EXAMINED_AT_MOST);
        this.subscriptions = new SqliteSubscriptionStore(database);
        this.deliveries = new SqliteDeliveryStore(database);
        this.rates = new SqliteRates(database);
        this.log = new SqliteDeliveryLog(database);
        this.keyRecords = new SqliteKeyRecords(database);
        this.statistics = new SqliteStatisticsStore(database);
        this.jobs = new SqliteJobStore(database);
        this.queues = new SqliteQueues(database, clock, messageArrivals);
        this.retries = new SqliteRetryQueue(queues);
        this.queueAges = new SqliteQueueAges(queues, clock);
        this.entries = new SqliteEntryStore(database, kept, clock, entryArrivals);
        this.retention = new SqliteRetention(database, kept, clock);
        this.overview = new SqliteOverview(database);
    }

    /**
     * Opens the stores of a directory; creates both if they are not there.
     *
     * @throws NotOpened if they cannot be opened
     */
    public static SqliteStores open(Path directory, Clock clock) {
        return open(directory, clock, Retention.USUAL);
    }

    /**
     * The same with a retention of its own.
     *
     * @throws NotOpened if they cannot be opened
     */
    public static SqliteStores open(Path directory, Clock clock, Retention kept) {
        Path file = directory.resolve(FILE);
        SqliteDatabase database = SqliteDatabase.open(file);
        SqliteStores stores;
        try {
            FolderFiles files =
                    FolderFiles.open(directory.resolve(FolderFiles.FOLDER), kept, clock);
            stores = new SqliteStores(database, files, kept, clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        try {
            stores.releaseAll(clock.instant());
            return stores;
        } catch (RuntimeException e) {
            stores.close();
            throw e.getCause() instanceof SQLException refusal
                    ? NotOpened.because(refusal, file)
                    : e;
        }
    }

    /** One process at a time uses the file, so the one that had work in hand has ended. */
    private void releaseAll(Instant now) {
        queues.releaseAll();
        deliveries.releaseAll(now);
        subscriptions.releaseAll(now);
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public SubscriptionStore subscriptions() {
        return subscriptions;
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public StatisticsStore statistics() {
        return statistics;
    }

    @Override
    public Rates rates() {
        return rates;
    }

    @Override
    public DeliveryLog log() {
        return log;
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public KeyRecords keyRecords() {
        return keyRecords;
    }

    @Override
    public RetryQueue retries() {
        return retries;
    }

    @Override
    public QueueAges queueAges() {
        return queueAges;
    }

    @Override
    public ValidationQueue validations() {
        return retries;
    }

    /** The queues that the retries wait in. */
    public SqliteQueues queues() {
        return queues;
    }

    /** Announces each message that is added to or released into a queue. */
    public ArrivalSignal messageArrivals() {
        return messageArrivals;
    }

    @Override
    public EntryStore entries() {
        return entries;
    }

    @Override
    public FolderFiles files() {
        return files;
    }

    @Override
    public Transfers transfers(URI base) {
        return files.transfers(base);
    }

    @Override
    public FileTransfer fileTransfer() {
        return files.fileTransfer();
    }

    @Override
    public SqliteChangeFeed changeFeed(String consumer) {
        return new SqliteChangeFeed(database, eventArrivals, Changes.OF_EVENTS, consumer);
    }

    @Override
    public SqliteChangeFeed changeFeed(Table table, String consumer) {
        return new SqliteChangeFeed(database, entryArrivals, Changes.of(table), consumer);
    }

    @Override
    public Optional<Overview> overview() {
        return Optional.of(overview);
    }

    @Override
    public QueueSource queue(String name) {
        return queues.queue(name);
    }

    @Override
    public void onMessage(Runnable listener) {
        messageArrivals.listen(listener);
    }

    public SqliteRetention retention() {
        return retention;
    }

    @Override
    public int removeSomeOlderThan(Instant before) {
        int rows = retention.removeSomeOlderThan(before);
        // Once, after the rows: it looks at every file.
        return rows > 0 ? rows : files.removeExpired();
    }

    @Override
    public void close() {
        database.close();
    }
}
