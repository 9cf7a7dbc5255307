package no.altinn.events.pull;

import java.time.Duration;

/**
 * What a receiver asks for.
 *
 * @param maxEvents how many events it takes at once, 1 to {@link #MOST_EVENTS}
 * @param maxWait how long it waits for the first one, zero to {@link #LONGEST_WAIT}
 * @param lock how long no other receiver gets them, {@link #SHORTEST_LOCK} to {@link #LONGEST_LOCK}
 */
public record ReceiveOrder(int maxEvents, Duration maxWait, Duration lock) {
    /** The most events of one answer. */
    public static final int MOST_EVENTS = 100;

    /** The longest wait for an event. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** The shortest lock. */
    public static final Duration SHORTEST_LOCK = Duration.ofSeconds(15);

    /** The lock of a receiver that names none. */
    public static final Duration USUAL_LOCK = Duration.ofMinutes(1);

    /** The longest lock, which may be renewed. */
    public static final Duration LONGEST_LOCK = Duration.ofMinutes(10);
}
