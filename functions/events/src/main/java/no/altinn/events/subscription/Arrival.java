package no.altinn.events.subscription;

/** What happens to an event that a subscription is to get. */
public enum Arrival {
    /** It is pushed at once. */
    DUE,
    /** It is held, since the subscription is paused or its endpoint fails. */
    HELD,
    /** It waits until the consumer fetches it. */
    READY
}
