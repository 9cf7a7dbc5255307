package no.altinn.events.delivery;

/**
 * A run of a delivery through the schedule of attempts. The event's arrival begins the first; each
 * retry and each replay of a delivery that has ended begins another.
 *
 * @param number 0 for the first, at most {@link #MOST}
 * @param before how many attempts had been made when it began, 0 and up
 */
public record Round(int number, int before) {
    /** The round that the event's arrival begins. */
    public static final Round FIRST = new Round(0, 0);

    /** How often a delivery may be begun again. */
    public static final int MOST = 10;

    /** Whether the delivery may be begun again after this round. */
    public boolean mayFollow() {
        return number < MOST;
    }

    /**
     * The round after this one.
     *
     * @param attempts how many attempts have been made so far
     */
    public Round next(int attempts) {
        return new Round(number + 1, attempts);
    }

    /** Which attempt of this round an attempt of the delivery is, 1 and up. */
    public int attempt(int number) {
        return number - before;
    }
}
