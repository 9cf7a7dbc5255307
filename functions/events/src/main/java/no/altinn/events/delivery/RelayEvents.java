package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogEntry;
import no.altinn.platform.client.InLanes;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.register.RegisterUnavailable;
import no.altinn.platform.time.RetrySchedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Starts the deliveries of events to their {@link Recipients}. Doing it again for the same event
 * makes no second delivery. Thread-safe.
 */
public final class RelayEvents {
    private static final Logger LOG = LoggerFactory.getLogger(RelayEvents.class);

    /**
     * How long to wait after each failed try to relay an event; pushes have a schedule of their
     * own. The last delay holds for every later try.
     */
    private static final RetrySchedule SCHEDULE =
            RetrySchedule.exactly(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));

    /**
     * After how many failures the rest of a batch is put off. A service that is away would cost the
     * batch one time-out for each event. A single bad event must not delay the others, so the limit
     * is more than one.
     */
    private static final int MOST_FAILURES = 3;

    private final Recipients recipients;
    private final EventStore events;
    private final DeliveryStore deliveries;
    private final OutboundRelay outbound;
    private final RetryQueue queue;
    private final InLanes lanes;
    private final BestEffortLog log;

    public RelayEvents(
            Recipients recipients,
            EventStore events,
            DeliveryStore deliveries,
            OutboundRelay outbound,
            RetryQueue queue,
            InLanes lanes,
            BestEffortLog log) {
        this.recipients = recipients;
        this.events = events;
        this.deliveries = deliveries;
        this.outbound = outbound;
        this.queue = queue;
        this.lanes = lanes;
        this.log = log;
    }

    /**
     * Relays events in one go. If the recipients of an event cannot be found now, that event is
     * tried again later, and the others go on.
     *
     * @throws Unavailable if neither the deliveries nor a retry could be stored
     */
    public void relay(List<Event> batch) {
        List<Recipients.Answer> answers = new ArrayList<>();
        Set<EventKey> again = new LinkedHashSet<>();
        int failures = 0;
        for (Event event : batch) {
            if (failures == MOST_FAILURES) {
                again.add(event.key());
                continue;
            }
            Resolution resolution = resolve(event);
            answers.add(resolution.answer());
            failures += resolution.isOutage() ? 1 : 0;
            if (!resolution.isComplete()) {
                again.add(event.key());
            }
        }
        try {
            send(answers);
        } catch (Unavailable e) {
            // The store takes no writes now, so the feed must bring the batch again.
            throw e;
        } catch (RuntimeException e) {
            // A delivery that can never be written must not hold up the batches that follow.
            LOG.warn("relay failed events={}", batch.size(), e);
            batch.forEach(event -> again.add(event.key()));
        }
        // Scheduled last: otherwise each repetition of the batch would add as many retries again.
        lanes.each(List.copyOf(again), key -> tryLater(key, 0)).orThrow();
    }

    /**
     * An event's recipients, as far as they could be found.
     *
     * @param isComplete whether the event needs no other try
     * @param isOutage whether another service was away, which the next event would meet too
     */
    private record Resolution(Recipients.Answer answer, boolean isComplete, boolean isOutage) {}

    private Resolution resolve(Event event) {
        try {
            return new Resolution(recipients.of(event), true, false);
        } catch (RegisterUnavailable e) {
            warn(event.key(), e);
            return new Resolution(withoutMainUnit(event), false, true);
        } catch (Unavailable e) {
            warn(event.key(), e);
            return new Resolution(Recipients.Answer.NONE, false, true);
        } catch (RuntimeException e) {
            warn(event.key(), e);
            return new Resolution(Recipients.Answer.NONE, false, false);
        }
    }

    /** Subscriptions to the event's own subject need not wait until Register answers. */
    private Recipients.Answer withoutMainUnit(Event event) {
        try {
            return recipients.ofItsOwnSubject(event);
        } catch (RuntimeException e) {
            LOG.warn("relay without main unit failed event={}", event.key(), e);
            return Recipients.Answer.NONE;
        }
    }

    private static void warn(EventKey key, RuntimeException e) {
        LOG.warn("relay failed event={}", key, e);
    }

    /**
     * Tries once more to relay one event.
     *
     * @param failed how many tries have failed before
     */
    public void retry(EventKey key, int failed) {
        if (!isRelayed(key)) {
            tryLater(key, failed + 1);
        }
    }

    private boolean isRelayed(EventKey key) {
        try {
            Optional<Resolution> resolution = events.find(key).map(this::resolve);
            resolution.ifPresent(one -> send(List.of(one.answer())));
            return resolution.map(Resolution::isComplete).orElse(true);
        } catch (RuntimeException e) {
            warn(key, e);
            return false;
        }
    }

    /**
     * Relays a stored event once more, at once. A new event is left to the change feed, which
     * relays it as soon as it is stored; a second notice would push it twice.
     *
     * @return whether the event is in the store
     */
    public boolean replay(EventKey key) {
        Optional<Event> stored = events.find(key);
        stored.ifPresent(event -> relay(List.of(event)));
        return stored.isPresent();
    }

    /**
     * Relays a stored event once more by way of the retry queue, under the rule of {@link #replay}.
     *
     * @return whether the event is in the store
     */
    public boolean scheduleReplay(EventKey key) {
        boolean isStored = events.find(key).isPresent();
        if (isStored) {
            queue.schedule(new Retry.OfRelay(key, 0), Duration.ZERO);
        }
        return isStored;
    }

    /**
     * Schedules an event whose retry the queue gave up, with the longest wait of the schedule.
     *
     * @param failed how many tries have failed before
     */
    public void rescue(EventKey key, int failed) {
        queue.schedule(new Retry.OfRelay(key, failed), SCHEDULE.last());
    }

    private void tryLater(EventKey key, int failed) {
        Duration wait = SCHEDULE.after(failed + 1).orElse(SCHEDULE.last());
        queue.schedule(new Retry.OfRelay(key, failed), wait);
    }

    private void send(List<Recipients.Answer> answers) {
        List<Delivery> due = answers.stream().flatMap(one -> one.due().stream()).toList();
        List<LogEntry> refused = answers.stream().flatMap(one -> one.refused().stream()).toList();
        create(due);
        log.append(refused);
    }

    private void create(List<Delivery> due) {
        // A delivery that was there before has had its notice, or the sweep finds it.
        List<Delivery> created = due.isEmpty() ? List.of() : deliveries.create(due);
        if (created.isEmpty()) {
            return;
        }
        List<DeliveryNotice> notices =
                created.stream().map(one -> new DeliveryNotice(one.key(), 1)).toList();
        try {
            outbound.send(notices);
        } catch (Unavailable e) {
            // The deliveries are stored, so a bus that is away must not stop other events.
            LOG.warn("bus away notices={}", notices.size(), e);
            lanes.each(notices, one -> queue.schedule(new Retry.OfDelivery(one), Duration.ZERO))
                    .orThrow();
        }
    }
}
