package no.altinn.events.pull;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.event.EventStore;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Locks events for a receiver, the oldest first. Of receivers that come at once, one gets each
 * event; the others go on to the next. Thread-safe.
 */
public final class TakeEvents {
    private static final Logger LOG = LoggerFactory.getLogger(TakeEvents.class);

    /** The most bytes of an answer, unless its one event is larger. */
    private static final int MOST_BYTES = 1024 * 1024;

    /** How many events are in memory at once before it is known whether they fit. */
    private static final int AT_ONCE = 16;

    /** How many deliveries a further page has, when others were faster with the first. */
    private static final int PAGE = 100;

    private static final int MOST_PAGES = 6;

    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Permits permits;
    private final Withdrawals withdrawals;
    private final SideBySide calls;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * Takes events of these stores.
     *
     * @param withdrawals takes those back that must not be fetched
     * @param calls how many calls of a store are made at once for one receiver
     * @param random its numbers cannot be guessed
     */
    public TakeEvents(
            DeliveryStore deliveries,
            EventStore events,
            Permits permits,
            Withdrawals withdrawals,
            SideBySide calls,
            RandomGenerator random,
            Clock clock) {
        this.deliveries = deliveries;
        this.events = events;
        this.permits = permits;
        this.withdrawals = withdrawals;
        this.calls = calls;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Events that are locked for the caller now; maybe none.
     *
     * @throws Unavailable if a store cannot answer, and nothing was locked before
     */
    List<ReceivedEvent> of(Subscription subscription, ReceiveOrder order) {
        Look look = new Look(subscription, order);
        try {
            look.make();
        } catch (Unavailable e) {
            if (look.taken.isEmpty()) {
                throw e;
            }
            LOG.warn("fetch cut short subscription={}", subscription.id(), e);
        }
        return look.taken;
    }

    /** What came of the try to lock an event. */
    private record Locking(Optional<ReceivedEvent> event, Optional<Unavailable> failure) {}

    /** One look for events, by one thread. */
    private final class Look {
        private final Subscription subscription;
        private final ReceiveOrder order;
        private final List<ReceivedEvent> taken = new ArrayList<>();
        private int room = MOST_BYTES;
        private boolean isOver;

        Look(Subscription subscription, ReceiveOrder order) {
            this.subscription = subscription;
            this.order = order;
        }

        void make() {
            DeliverySearch search =
                    DeliverySearch.oldest(subscription.id(), DeliveryStatus.READY)
                            .waitedUntil(clock.instant());
            int limit = order.maxEvents();
            for (int page = 0; page < MOST_PAGES && !isOver; page++) {
                List<Delivery> found = deliveries.search(search, limit);
                take(found);
                if (found.size() < limit) {
                    return;
                }
                search = search.after(DeliveryPlace.of(found.get(found.size() - 1)));
                limit = PAGE;
            }
        }

        private void take(List<Delivery> found) {
            int from = 0;
            while (from < found.size() && !isOver) {
                int wanted = Math.min(AT_ONCE, order.maxEvents() - taken.size());
                int to = Math.min(found.size(), from + wanted);
                lock(fitting(permitted(there(found.subList(from, to)))));
                isOver |= taken.size() == order.maxEvents();
                from = to;
            }
        }

        private List<Candidate> there(List<Delivery> some) {
            return calls.each(some, this::candidate).stream().flatMap(Optional::stream).toList();
        }

        private Optional<Candidate> candidate(Delivery delivery) {
            Optional<Candidate> candidate =
                    events.find(delivery.event()).map(event -> new Candidate(delivery, event));
            if (candidate.isEmpty()) {
                withdrawals.forget(subscription, delivery);
            }
            return candidate;
        }

        private List<Candidate> permitted(List<Candidate> candidates) {
            Instant now = clock.instant();
            List<Permits.Permit> answers = permits.of(subscription.consumer(), candidates, now);
            List<Candidate> permitted = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                Candidate one = candidates.get(i);
                switch (answers.get(i)) {
                    case HOLDS -> permitted.add(one);
                    case RENEWED ->
                            permitted.add(
                                    new Candidate(one.delivery().permitted(now), one.event()));
                    case DENIED -> withdrawals.deny(subscription, one.delivery());
                    case UNKNOWN ->
                            LOG.debug(
                                    "fetch undecided subscription={} delivery={}",
                                    subscription.id(),
                                    one.delivery().key().id());
                }
            }
            // Each further question would wait as long for a policy that is away.
            isOver |=
                    !answers.isEmpty() && answers.stream().allMatch(Permits.Permit.UNKNOWN::equals);
            return permitted;
        }

        private List<Candidate> fitting(List<Candidate> candidates) {
            List<Candidate> fitting = new ArrayList<>();
            for (Candidate one : candidates) {
                boolean isFirst = taken.isEmpty() && fitting.isEmpty();
                if (one.length() > room && !isFirst) {
                    isOver = true;
                    return fitting;
                }
                room -= one.length();
                fitting.add(one);
            }
            return fitting;
        }

        private void lock(List<Candidate> candidates) {
            List<Locking> all = calls.each(candidates, this::locked);
            all.forEach(one -> one.event().ifPresent(taken::add));
            all.stream()
                    .flatMap(one -> one.failure().stream())
                    .findFirst()
                    .ifPresent(
                            failure -> {
                                throw failure;
                            });
        }

        /** A failure is told apart, since what others have locked must reach the receiver. */
        private Locking locked(Candidate candidate) {
            try {
                return new Locking(tried(candidate), Optional.empty());
            } catch (Unavailable e) {
                return new Locking(Optional.empty(), Optional.of(e));
            }
        }

        private Optional<ReceivedEvent> tried(Candidate candidate) {
            Delivery delivery = candidate.delivery();
            if (!(delivery.state() instanceof Ready ready)) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            LockToken lock =
                    LockToken.begun(delivery.key(), ready.attempt(), now, order.lock(), random);
            // The permission is written where it is new: it would make each other lock cost more.
            boolean isMine =
                    delivery.permittedAt().isAfter(delivery.created())
                            ? deliveries.change(delivery, delivery.in(lock.state()))
                            : deliveries.move(delivery.key(), ready, lock.state());
            return isMine
                    ? Optional.of(
                            new ReceivedEvent(lock.text(), ready.attempt(), candidate.event()))
                    : Optional.empty();
        }
    }
}
