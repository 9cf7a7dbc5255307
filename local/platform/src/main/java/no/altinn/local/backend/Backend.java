package no.altinn.local.backend;

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
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.http.FileTransfer;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.local.overview.Overview;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Table;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where the local platform keeps its data, and where its triggers find work. Thread-safe. */
public interface Backend extends AutoCloseable {
    EventStore events();

    SubscriptionStore subscriptions();

    DeliveryStore deliveries();

    Rates rates();

    DeliveryLog log();

    KeyRecords keyRecords();

    StatisticsStore statistics();

    JobStore jobs();

    RetryQueue retries();

    ValidationQueue validations();

    QueueAges queueAges();

    /** The change feed of the events for one consumer, which is remembered by its name. */
    ChangeFeedSource changeFeed(String consumer);

    /** The entries of the REST app. */
    EntryStore entries();

    /** The files of the REST app. */
    Files files();

    /**
     * The same files as the app tells the front of them.
     *
     * @param base the platform's own address, ending in a slash
     */
    Transfers transfers(URI base);

    /** The same files as the front sends and fetches them. */
    FileTransfer fileTransfer();

    /**
     * The change feed of a table of entries for one consumer, which is remembered by its name: the
     * last state of each entry that has changed. What was removed is not told.
     *
     * @param table a fed one
     */
    ChangeFeedSource changeFeed(Table table, String consumer);

    /** Lists the newest of what is kept here; empty for a backend that cannot. */
    Optional<Overview> overview();

    /** A queue that retries wait in. */
    QueueSource queue(String name);

    /**
     * Calls the listener when a message may have come into any queue, on the thread that added it.
     * A backend that cannot know that never calls it.
     */
    void onMessage(Runnable listener);

    /**
     * Removes a bounded part of the data that is older than the instant or has expired, unless the
     * backend does that by itself.
     *
     * @return how many pieces; 0 if none is left to remove
     */
    int removeSomeOlderThan(Instant before);

    @Override
    void close();
}
