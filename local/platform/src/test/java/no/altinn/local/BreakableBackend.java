package no.altinn.local;

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
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.http.FileTransfer;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.local.overview.Overview;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Table;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend of which a part is away as long as a test says so: every call of it throws. */
final class BreakableBackend implements Backend {
    /** What may be away by itself. */
    enum Part {
        EVENTS,
        SUBSCRIPTIONS,
        DELIVERIES,
        LOG,
        JOBS,
        KEYS,
        RETRIES,
        VALIDATIONS,
        CHANGE_FEED,
        QUEUES
    }

    private final Backend backend;
    private final Set<Part> away = Collections.synchronizedSet(EnumSet.noneOf(Part.class));
    private final AtomicInteger failures = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    BreakableBackend(Backend backend) {
        this.backend = backend;
    }

    void leave(Part part) {
        away.add(part);
    }

    void comeBack() {
        away.clear();
    }

    /** All of it, never away. */
    Backend whole() {
        return backend;
    }

    /** Lets the queues be looked at, since a moved clock wakes no one. */
    void wake() {
        listeners.forEach(Runnable::run);
    }

    private <T> T breakable(Class<T> port, Part part, T real) {
        Object broken =
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            if (away.contains(part)) {
                                throw failure();
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
        return port.cast(broken);
    }

    /** In turn what a port declares, what it does not, and an error. */
    private Throwable failure() {
        return switch (failures.getAndIncrement() % 3) {
            case 0 -> new Unavailable("away", new IOException());
            case 1 -> new IllegalStateException("away");
            default -> new StackOverflowError("away");
        };
    }

    @Override
    public EventStore events() {
        return breakable(EventStore.class, Part.EVENTS, backend.events());
    }

    @Override
    public SubscriptionStore subscriptions() {
        return breakable(SubscriptionStore.class, Part.SUBSCRIPTIONS, backend.subscriptions());
    }

    @Override
    public DeliveryStore deliveries() {
        return breakable(DeliveryStore.class, Part.DELIVERIES, backend.deliveries());
    }

    @Override
    public StatisticsStore statistics() {
        return backend.statistics();
    }

    @Override
    public Rates rates() {
        return backend.rates();
    }

    @Override
    public DeliveryLog log() {
        return breakable(DeliveryLog.class, Part.LOG, backend.log());
    }

    @Override
    public JobStore jobs() {
        return breakable(JobStore.class, Part.JOBS, backend.jobs());
    }

    @Override
    public KeyRecords keyRecords() {
        return breakable(KeyRecords.class, Part.KEYS, backend.keyRecords());
    }

    @Override
    public RetryQueue retries() {
        return breakable(RetryQueue.class, Part.RETRIES, backend.retries());
    }

    @Override
    public ValidationQueue validations() {
        return breakable(ValidationQueue.class, Part.VALIDATIONS, backend.validations());
    }

    @Override
    public QueueAges queueAges() {
        return backend.queueAges();
    }

    @Override
    public ChangeFeedSource changeFeed(String consumer) {
        return breakable(ChangeFeedSource.class, Part.CHANGE_FEED, backend.changeFeed(consumer));
    }

    @Override
    public EntryStore entries() {
        return backend.entries();
    }

    @Override
    public Optional<Overview> overview() {
        return backend.overview();
    }

    @Override
    public Files files() {
        return backend.files();
    }

    @Override
    public Transfers transfers(URI base) {
        return backend.transfers(base);
    }

    @Override
    public FileTransfer fileTransfer() {
        return backend.fileTransfer();
    }

    @Override
    public ChangeFeedSource changeFeed(Table table, String consumer) {
        return breakable(
                ChangeFeedSource.class, Part.CHANGE_FEED, backend.changeFeed(table, consumer));
    }

    @Override
    public QueueSource queue(String name) {
        return breakable(QueueSource.class, Part.QUEUES, backend.queue(name));
    }

    @Override
    public void onMessage(Runnable listener) {
        listeners.add(listener);
        backend.onMessage(listener);
    }

    @Override
    public int removeSomeOlderThan(Instant before) {
        return backend.removeSomeOlderThan(before);
    }

    @Override
    public void close() {
        backend.close();
    }
}
