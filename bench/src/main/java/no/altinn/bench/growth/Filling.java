package no.altinn.bench.growth;

import no.altinn.bench.rest.FilledBox;
import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.event.Event;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.local.store.SqliteStores;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Fills the stores directly. Writers that wait together are made durable together. */
final class Filling {
    private static final int WRITERS = 64;
    private static final int BATCH = 500;
    private static final int TENTH = 10;
    private static final int OK = 200;

    private final SqliteStores stores;
    private final Clock clock;
    private final Size size;

    Filling(SqliteStores stores, Clock clock, Size size) {
        this.stores = stores;
        this.clock = clock;
        this.size = size;
    }

    /** Fills them; takes a minute or more for a million events. */
    void fill() throws Exception {
        for (int number = 1; number <= Stored.IN_USE; number++) {
            subscribe(number);
        }
        side(size.subscriptions() - Stored.IN_USE, i -> subscribe(Stored.IN_USE + 1 + i));
        for (int first = 0; first < size.events(); first += BATCH) {
            append(first, Math.min(first + BATCH, size.events()));
        }
        side(size.events() / TENTH, this::log);
        FilledBox.fill(stores, size.events() / TENTH);
    }

    private void subscribe(int number) {
        Subscription added =
                stores.subscriptions().add(Stored.subscription(number), clock.instant());
        if (!added.isValidated()
                && stores.subscriptions()
                        .setValidation(added.id(), new ValidationState.Validated())
                        .isEmpty()) {
            throw new IllegalStateException("The subscription is gone");
        }
    }

    /** Each event has been delivered to one of the subscriptions in use. */
    private void append(int first, int end) {
        List<Event> events = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (int number = first; number < end; number++) {
            Event event = Stored.event(number);
            events.add(event);
            deliveries.add(delivered(event, 1 + number % Stored.IN_USE));
        }
        stores.events().append(events);
        if (stores.deliveries().create(deliveries).size() < deliveries.size()) {
            throw new IllegalStateException("A delivery was there already");
        }
    }

    private Delivery delivered(Event event, int subscription) {
        Instant now = clock.instant();
        return Delivery.of(
                        event.key(),
                        event.id(),
                        event.type(),
                        subscription,
                        "",
                        new DeliveryState.Delivered(now),
                        now)
                .having(List.of(new Attempt(1, now, Duration.ofMillis(5), OK, "")));
    }

    private void log(int number) {
        stores.log()
                .append(
                        LogEntry.of(Activity.WEBHOOK_POST_RESPONSE, clock.instant())
                                .subscriptionId(1 + number % Stored.IN_USE)
                                .cloudEventId("e" + number)
                                .resource(Stored.WANTED)
                                .type("app.instance.changed")
                                .consumer(Stored.CONSUMER)
                                .endpoint("https://hook.example/")
                                .status(OK)
                                .build());
    }

    private static void side(int count, IntConsumer write) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> writer =
                () -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        write.accept(i);
                    }
                    return null;
                };
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(WRITERS, writer))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
