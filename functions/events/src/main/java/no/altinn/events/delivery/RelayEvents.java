package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.log.BestEffortLog;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.time.RetrySchedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
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

    private final Recipients recipients;
    private final EventStore events;
    private final StartDeliveries start;
    private final RetryQueue queue;
    private final InLanes lanes;
    private final BestEffortLog log;

    /**
     * Relays over these ports.
     *
     * @param lanes schedules messages, and goes on after a refused one
     */
    public RelayEvents(
            Recipients recipients,
            EventStore events,
            StartDeliveries start,
            RetryQueue queue,
            InLanes lanes,
            BestEffortLog log) {
        this.recipients = recipients;
        this.events = events;
        this.start = start;
        this.queue = queue;
        this.lanes = lanes;
        this.log = log;
    }

    /** A relay that the queue brings, and when. */
    private record Later(Retry.OfRelay relay, Duration delay) {}

    /**
     * Relays events in one go. If the recipients of an event cannot be found now, that event is
     * tried again later, and the others go on. An event with more than 1 000 recipients goes on by
     * way of the queue, so that the events behind it do not wait.
     *
     * @throws Unavailable if neither the deliveries nor a retry could be stored
     */
    public void relay(List<Event> batch) {
        schedule(
                relayed(batch.stream().map(event -> new EventPiece(event, Piece.ALL)).toList(), 0));
    }

    /**
     * Tries once more to relay one event, or a piece of it.
     *
     * @param retry how many tries have failed before, among others
     */
    public void retry(Retry.OfRelay retry) {
        int failed = retry.attempt() + 1;
        Collection<Later> later;
        try {
            later =
                    events.find(retry.event())
                            .map(event -> List.of(new EventPiece(event, retry.piece())))
                            .map(piece -> relayed(piece, failed))
                            .orElse(Set.of());
        } catch (RuntimeException e) {
            LOG.warn("relay failed event={}", retry.event(), e);
            later = List.of(again(retry.event(), retry.piece(), failed));
        }
        schedule(later);
    }

    /**
     * Starts the deliveries of events.
     *
     * @param failed how many tries will have failed if these do
     * @return what is left to do
     */
    private Set<Later> relayed(List<EventPiece> batch, int failed) {
        Set<Later> later = new LinkedHashSet<>();
        for (List<Matched> section : Matched.sections(recipients.matching(batch))) {
            List<Recipients.Answer> answers = answers(section);
            Set<EventKey> refused =
                    start.start(answers.stream().flatMap(one -> one.due().stream()).toList());
            log.append(answers.stream().flatMap(one -> one.refused().stream()).toList());
            for (int i = 0; i < section.size(); i++) {
                Matched matched = section.get(i);
                EventKey event = matched.event().key();
                if (!answers.get(i).isComplete() || refused.contains(event)) {
                    later.add(again(event, matched.piece(), failed));
                }
                matched.rest().ifPresent(rest -> later.add(next(event, rest)));
            }
        }
        return later;
    }

    private List<Recipients.Answer> answers(List<Matched> section) {
        try {
            return recipients.of(section);
        } catch (RuntimeException e) {
            LOG.warn("relay failed events={}", section.size(), e);
            return Collections.nCopies(
                    section.size(), new Recipients.Answer(List.of(), List.of(), false));
        }
    }

    /** Comes last: otherwise each repetition of the batch would add as many retries again. */
    private void schedule(Collection<Later> later) {
        lanes.each(List.copyOf(later), one -> queue.schedule(one.relay(), one.delay())).orThrow();
    }

    private static Later again(EventKey event, Piece piece, int failed) {
        return new Later(
                new Retry.OfRelay(event, failed, piece),
                SCHEDULE.after(failed + 1).orElse(SCHEDULE.last()));
    }

    private static Later next(EventKey event, Piece rest) {
        return new Later(new Retry.OfRelay(event, 0, rest), Duration.ZERO);
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

    /** Schedules a retry that the queue gave up, with the longest wait of the schedule. */
    public void rescue(Retry.OfRelay retry) {
        queue.schedule(retry, SCHEDULE.last());
    }
}
