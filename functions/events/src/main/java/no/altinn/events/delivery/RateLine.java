package no.altinn.events.delivery;

/**
 * A line of attempts at one endpoint in which each has a turn.
 *
 * @param isCatchingUp whether it is the line of what comes late: released, retried or replayed;
 *     otherwise the line of all attempts at an endpoint that takes so many a minute
 */
public record RateLine(int subscriptionId, boolean isCatchingUp) {}
