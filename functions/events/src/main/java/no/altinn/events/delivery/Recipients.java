package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.Subscription;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who gets an event: those whose subscription asks for it and whom the policy lets see it.
 * Thread-safe.
 */
public final class Recipients {
    private final MatchSubscriptions subscriptions;
    private final PushPolicy policy;
    private final Clock clock;

    public Recipients(MatchSubscriptions subscriptions, PushPolicy policy, Clock clock) {
        this.subscriptions = subscriptions;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What came of the question; nothing of it is stored yet.
     *
     * @param due a delivery for each recipient, due now
     * @param refused what the log is to tell of those whom the policy does not let see the event
     */
    record Answer(List<Delivery> due, List<LogEntry> refused) {
        /** Nobody asks for the event, or it could not be found out who does. */
        static final Answer NOBODY = new Answer(List.of(), List.of());
    }

    /**
     * Finds out who gets the event.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if the subject's main unit is asked
     *     for and cannot be told
     * @throws no.altinn.platform.client.Unavailable if the policy cannot be asked
     * @throws no.altinn.platform.client.Unavailable if subscriptions cannot be read
     */
    Answer of(Event event) {
        return of(event, subscriptions.matching(event));
    }

    /**
     * The same for those alone who want the event for its own subject, so that Register is not
     * asked.
     */
    Answer ofItsOwnSubject(Event event) {
        return of(event, subscriptions.matchingItsOwnSubject(event));
    }

    private Answer of(Event event, List<Subscription> matching) {
        if (matching.isEmpty()) {
            return Answer.NOBODY;
        }
        Set<String> permitted =
                policy.permitted(event, matching.stream().map(Subscription::consumer).toList());
        List<Delivery> due = new ArrayList<>();
        List<LogEntry> refused = new ArrayList<>();
        for (Subscription subscription : matching) {
            if (permitted.contains(subscription.consumer())) {
                due.add(Delivery.due(event.key(), event.id(), subscription.id(), clock.instant()));
            } else {
                refused.add(unauthorized(event, subscription));
            }
        }
        return new Answer(due, refused);
    }

    private LogEntry unauthorized(Event event, Subscription subscription) {
        return LogEntry.of(Activity.UNAUTHORIZED, clock.instant())
                .cloudEventId(event.id())
                .resource(event.resource())
                .type(event.type())
                .subscriptionId(subscription.id())
                .consumer(subscription.consumer())
                .build();
    }
}
