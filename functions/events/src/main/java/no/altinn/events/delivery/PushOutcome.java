package no.altinn.events.delivery;

import no.altinn.events.subscription.Subscription;

import java.util.Optional;

/**
 * What became of an event at one subscription.
 *
 * @param delivery of the event to the subscription; empty if none was started
 * @param words more about the reason, fit for a line of a log; empty where the reason says it all
 */
public record PushOutcome(
        Subscription subscription, Reason reason, Optional<Delivery> delivery, String words) {

    /** Why there is a delivery, or why there is none. */
    public enum Reason {
        /** The event matched, and the policy permitted it. */
        STARTED,
        /** The subscription is on another resource. */
        RESOURCE,
        /** The subscription's endpoint has not answered yet. */
        NOT_VALIDATED,
        /** The subscription wants another type. */
        TYPE,
        /** The subscription wants another source. */
        SOURCE,
        /** The subscription wants another subject. */
        SUBJECT,
        /** The event does not pass a filter of the subscription. */
        FILTER,
        /** The policy does not let the consumer have it. */
        POLICY,
        /** Nothing can be found out about the policy now. */
        UNDECIDED,
        /** It would be pushed now; it was not relayed yet, or came before the subscription. */
        NOT_RELAYED
    }

    static PushOutcome because(Subscription subscription, Reason reason, String words) {
        return new PushOutcome(subscription, reason, Optional.empty(), words);
    }
}
