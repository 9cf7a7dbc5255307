package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.MatchSubscriptions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds an event's recipients: the consumers whose subscriptions match it and whom the policy
 * permits to see it. Thread-safe.
 */
public final class Recipients {
    private final MatchSubscriptions subscriptions;
    private final PushPolicy policy;
    private final NotPushed notPushed;
    private final Clock clock;

    public Recipients(
            MatchSubscriptions subscriptions, PushPolicy policy, NotPushed notPushed, Clock clock) {
        this.subscriptions = subscriptions;
        this.policy = policy;
        this.notPushed = notPushed;
        this.clock = clock;
    }

    /**
     * An event's recipients; the caller stores them.
     *
     * @param due a delivery for each recipient, due now
     * @param refused a log entry for each consumer that the policy does not permit
     */
    record Answer(List<Delivery> due, List<LogEntry> refused) {
        /** No recipient, or none that could be found. */
        static final Answer NONE = new Answer(List.of(), List.of());
    }

    /**
     * Finds the recipients of the event.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if a subscription needs the subject's
     *     main unit and Register does not answer
     * @throws no.altinn.platform.client.Unavailable if the policy or the store of subscriptions
     *     does not answer
     */
    Answer of(Event event) {
        List<Interest> matching = subscriptions.matching(event);
        notPushed.byFilters(event, matching);
        return of(event, matching);
    }

    /** Finds the recipients that subscribe to the event's own subject, without asking Register. */
    Answer ofItsOwnSubject(Event event) {
        return of(event, subscriptions.matchingItsOwnSubject(event));
    }

    private Answer of(Event event, List<Interest> matching) {
        if (matching.isEmpty()) {
            return Answer.NONE;
        }
        Set<String> permitted =
                policy.permitted(event, matching.stream().map(Interest::consumer).toList());
        List<Delivery> due = new ArrayList<>();
        List<Interest> refused = new ArrayList<>();
        for (Interest subscription : matching) {
            if (permitted.contains(subscription.consumer())) {
                due.add(
                        Delivery.due(
                                event.key(),
                                event.id(),
                                subscription.id(),
                                subscription.fingerprint(),
                                clock.instant()));
            } else {
                refused.add(subscription);
            }
        }
        notPushed.byPolicy(event, refused);
        return new Answer(due, refused.stream().map(one -> unauthorized(event, one)).toList());
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
