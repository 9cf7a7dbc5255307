package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.Arrival;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.RegisterUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the recipients of events: the consumers whose subscriptions match an event and whom the
 * policy permits to see it. Thread-safe.
 */
public final class Recipients {
    private static final Logger LOG = LoggerFactory.getLogger(Recipients.class);

    /**
     * After how many failures of Register or of the store it is not asked for the rest of a batch:
     * each event would wait as long for a service that is away. A single bad event must not delay
     * the others, so the limit is more than one.
     */
    private static final int MOST_FAILURES = 3;

    private final MatchSubscriptions subscriptions;
    private final PushPolicy policy;
    private final NotPushed notPushed;
    private final SideBySide calls;
    private final Clock clock;

    /**
     * Recipients by subscriptions and policy.
     *
     * @param notPushed tells why others are no recipients
     * @param calls how many events of a batch are matched at once
     */
    public Recipients(
            MatchSubscriptions subscriptions,
            PushPolicy policy,
            NotPushed notPushed,
            SideBySide calls,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.policy = policy;
        this.notPushed = notPushed;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * An event's recipients; the caller stores them.
     *
     * @param due a delivery for each recipient, as it begins
     * @param refused a log entry for each consumer that the policy does not permit
     * @param isComplete whether the event needs no other try
     */
    record Answer(List<Delivery> due, List<LogEntry> refused, boolean isComplete) {}

    /** The failures in one batch. */
    private record Failures(AtomicInteger ofRegister, AtomicInteger ofStore) {
        Failures() {
            this(new AtomicInteger(), new AtomicInteger());
        }
    }

    /** Finds the subscriptions that match each event, as far as they can be found now. */
    List<Matched> matching(List<EventPiece> batch) {
        Failures failures = new Failures();
        return calls.each(batch, wanted -> matching(wanted, failures));
    }

    private Matched matching(EventPiece wanted, Failures failures) {
        if (failures.ofStore().get() >= MOST_FAILURES) {
            return Matched.nothing(wanted);
        }
        if (failures.ofRegister().get() >= MOST_FAILURES) {
            return withoutMainUnit(wanted);
        }
        try {
            List<Interest> matching = subscriptions.matching(wanted.event());
            if (wanted.piece().equals(Piece.ALL)) {
                // A later piece would tell of the same filters again.
                notPushed.byFilters(wanted.event(), matching);
            }
            return Matched.of(wanted, matching, true);
        } catch (RegisterUnavailable e) {
            failures.ofRegister().incrementAndGet();
            warn(wanted.event(), e);
            return withoutMainUnit(wanted);
        } catch (Unavailable e) {
            failures.ofStore().incrementAndGet();
            warn(wanted.event(), e);
            return Matched.nothing(wanted);
        } catch (RuntimeException e) {
            warn(wanted.event(), e);
            return Matched.nothing(wanted);
        }
    }

    /** Subscriptions to the event's own subject need not wait until Register answers. */
    private Matched withoutMainUnit(EventPiece wanted) {
        try {
            return Matched.of(wanted, subscriptions.matchingItsOwnSubject(wanted.event()), false);
        } catch (RuntimeException e) {
            LOG.warn("relay without main unit failed event={}", wanted.event().key(), e);
            return Matched.nothing(wanted);
        }
    }

    private static void warn(Event event, RuntimeException e) {
        LOG.warn("relay failed event={}", event.key(), e);
    }

    /** Finds out who of those that want the events may get them. */
    List<Answer> of(List<Matched> batch) {
        List<PushPolicy.Verdict> verdicts =
                policy.on(
                        batch.stream()
                                .map(
                                        one ->
                                                new PushPolicy.Question(
                                                        one.event(),
                                                        one.interests().stream()
                                                                .map(Interest::consumer)
                                                                .toList()))
                                .toList());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            answers.add(answer(batch.get(i), verdicts.get(i)));
        }
        return answers;
    }

    private Answer answer(Matched matched, PushPolicy.Verdict verdict) {
        Event event = matched.event();
        List<Delivery> due = new ArrayList<>();
        List<Interest> refused = new ArrayList<>();
        for (Interest subscription : matched.interests()) {
            String consumer = subscription.consumer();
            if (verdict.permitted().contains(consumer)) {
                due.add(begun(event, subscription));
            } else if (!verdict.undecided().contains(consumer)) {
                refused.add(subscription);
            }
        }
        if (!verdict.undecided().isEmpty()) {
            // Each later try finds the refused consumers again. The last try tells of them.
            return new Answer(due, List.of(), false);
        }
        notPushed.byPolicy(event, refused);
        return new Answer(
                due,
                refused.stream().map(one -> unauthorized(event, one)).toList(),
                matched.isComplete());
    }

    private Delivery begun(Event event, Interest subscription) {
        Instant now = clock.instant();
        return Delivery.of(
                event.key(),
                event.id(),
                event.type(),
                subscription.id(),
                subscription.fingerprint(),
                first(subscription.arrival(), now),
                now);
    }

    private static DeliveryState first(Arrival arrival, Instant now) {
        return switch (arrival) {
            case DUE -> new DeliveryState.Due(1, now);
            case HELD -> new DeliveryState.Held(1, now);
            case READY -> new DeliveryState.Ready(1, now);
        };
    }

    private LogEntry unauthorized(Event event, Interest subscription) {
        return LogEntry.of(Activity.UNAUTHORIZED, clock.instant())
                .cloudEventId(event.id())
                .resource(event.resource())
                .type(event.type())
                .subscriptionId(subscription.id())
                .consumer(subscription.consumer())
                .build();
    }
}
