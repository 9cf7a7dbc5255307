package no.altinn.events.pull;

import java.time.Duration;

/** How a thread lets time pass. */
public interface Pause {
    /**
     * Returns when the time is over.
     *
     * @throws InterruptedException if the thread is interrupted before
     */
    void take(Duration time) throws InterruptedException;
}
