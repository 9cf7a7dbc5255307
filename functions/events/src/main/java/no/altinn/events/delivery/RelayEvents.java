package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogEntry;
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

    /** How long to wait after each failed try; the last one goes for all that follow. */
    private static final RetrySchedule SCHEDULE =
            RetrySchedule.exactly(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));

    /**
     * After how many failures the rest of a batch is put off: whatever is away would hold it up for
     * as many time-outs as there are events, but one bad event must not delay the others.
     */
    private static final int MOST_FAILURES = 3;

    private final Recipients recipients;
    private final EventStore events;
    private final DeliveryStore deliveries;
    private final OutboundRelay outbound;
    private final RetryQueue queue;
    private final BestEffortLog log;

    public RelayEvents(
            Recipients recipients,
            EventStore events,
            DeliveryStore deliveries,
            OutboundRelay outbound,
            RetryQueue queue,
            BestEffortLog log) {
        this.recipients = recipients;
        this.events = events;
        this.deliveries = deliveries;
        this.outbound = outbound;
        this.queue = queue;
        this.log = log;
    }

    /**
     * Relays events in one go. Those whose consumers cannot be found out now are tried again later
     * and hold up no other.
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
            Owed owed = owed(event);
            answers.add(owed.answer());
            failures += owed.somethingWasAway() ? 1 : 0;
            if (!owed.isComplete()) {
                again.add(event.key());
            }
        }
        try {
            send(answers);
        } catch (Unavailable e) {
            // Nothing can be written now, so the feed is to bring the batch again.
            throw e;
        } catch (RuntimeException e) {
            // One delivery that can never be written must not hold up all that follow.
            LOG.warn("relay failed events={}", batch.size(), e);
            batch.forEach(event -> again.add(event.key()));
        }
        // Last, or every time that the feed brings the batch again there were as many more.
        again.forEach(key -> tryLater(key, 0));
    }

    /**
     * What came of the question who gets an event.
     *
     * @param isComplete whether it need not be asked again
     * @param somethingWasAway whether it failed because of others than the event
     */
    private record Owed(Recipients.Answer answer, boolean isComplete, boolean somethingWasAway) {}

    private Owed owed(Event event) {
        try {
            return new Owed(recipients.of(event), true, false);
        } catch (RegisterUnavailable e) {
            warn(event.key(), e);
            return new Owed(withoutMainUnit(event), false, true);
        } catch (Unavailable e) {
            warn(event.key(), e);
            return new Owed(Recipients.Answer.NOBODY, false, true);
        } catch (RuntimeException e) {
            warn(event.key(), e);
            return new Owed(Recipients.Answer.NOBODY, false, false);
        }
    }

    /** Those who want the event for its own subject need not wait until Register answers. */
    private Recipients.Answer withoutMainUnit(Event event) {
        try {
            return recipients.ofItsOwnSubject(event);
        } catch (RuntimeException e) {
            LOG.warn("relay without main unit failed event={}", event.key(), e);
            return Recipients.Answer.NOBODY;
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
            Optional<Owed> owed = events.find(key).map(this::owed);
            owed.ifPresent(one -> send(List.of(one.answer())));
            return owed.map(Owed::isComplete).orElse(true);
        } catch (RuntimeException e) {
            warn(key, e);
            return false;
        }
    }

    /**
     * Relays an event once more, at once. One that is new is not relayed here: as soon as it is
     * stored, the change feed does that, and a second notice would be a second push.
     *
     * @return whether the event is in the store
     */
    public boolean replay(EventKey key) {
        Optional<Event> stored = events.find(key);
        stored.ifPresent(event -> relay(List.of(event)));
        return stored.isPresent();
    }

    /**
     * Relays an event once more, by way of the retry queue; a new one not, as {@link #replay}.
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
     * Relays an event as late as a try that failed again and again.
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
        // Those that were there already have been told of, or are found by the sweep.
        List<Delivery> created = due.isEmpty() ? List.of() : deliveries.create(due);
        if (created.isEmpty()) {
            return;
        }
        List<DeliveryNotice> notices =
                created.stream().map(one -> new DeliveryNotice(one.key(), 1)).toList();
        try {
            outbound.send(notices);
        } catch (Unavailable e) {
            // The deliveries are kept; a bus that is away must not stop the relay of other events.
            LOG.warn("bus away notices={}", notices.size(), e);
            notices.forEach(one -> queue.schedule(new Retry.OfDelivery(one), Duration.ZERO));
        }
    }
}
