package no.altinn.events.webhook.places;

import java.time.Duration;

/** A place for one call, until it is closed. For one thread at a time. */
public interface Place extends AutoCloseable {
    /**
     * The call begins. What comes before, between the place and the call, is not the endpoint's.
     */
    void begin();

    /**
     * The call has ended.
     *
     * @param duration since it began
     * @param succeeded whether the endpoint took the event
     */
    void end(Duration duration, boolean succeeded);

    /** Gives the place back. */
    @Override
    void close();
}
