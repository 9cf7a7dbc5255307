package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.store.Activity;
import no.altinn.events.store.Delivery;
import no.altinn.events.store.DeliveryLog;
import no.altinn.events.store.LogEntry;
import no.altinn.events.store.Subscription;
import no.altinn.events.subscription.MatchSubscriptions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who gets an event: those whose subscription asks for it and whom the policy lets see it. Those
 * whom it does not are noted in the log. Thread-safe.
 */
public final class Recipients {
    private final MatchSubscriptions subscriptions;
    private final PushPolicy policy;
    private final DeliveryLog log;
    private final Clock clock;

    public Recipients(
            MatchSubscriptions subscriptions, PushPolicy policy, DeliveryLog log, Clock clock) {
        this.subscriptions = subscriptions;
        this.policy = policy;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A delivery for each recipient, due now and not stored yet.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if the subject's main unit is asked
     *     for and cannot be told
     * @throws no.altinn.platform.http.PlatformUnavailable if the policy cannot be asked
     * @throws no.altinn.events.store.TemporarilyUnavailable if subscriptions cannot be read
     */
    List<Delivery> deliveries(Event event) {
        return deliveries(event, subscriptions.matching(event));
    }

    /**
     * The same for those alone who want the event for its own subject, so that Register is not
     * asked.
     */
    List<Delivery> deliveriesForItsOwnSubject(Event event) {
        return deliveries(event, subscriptions.matchingItsOwnSubject(event));
    }

    private List<Delivery> deliveries(Event event, List<Subscription> matching) {
        if (matching.isEmpty()) {
            return List.of();
        }
        Set<String> permitted =
                policy.permitted(event, matching.stream().map(Subscription::consumer).toList());
        List<Delivery> due = new ArrayList<>();
        for (Subscription subscription : matching) {
            if (permitted.contains(subscription.consumer())) {
                due.add(Delivery.due(event.key(), event.id(), subscription.id(), clock.instant()));
            } else {
                log.append(unauthorized(event, subscription));
            }
        }
        return due;
    }

    private LogEntry unauthorized(Event event, Subscription subscription) {
        return new LogEntry(
                Activity.UNAUTHORIZED,
                clock.instant(),
                event.id(),
                event.resource(),
                event.type(),
                subscription.id(),
                subscription.consumer(),
                "",
                0);
    }
}
