package no.altinn.events.job;

import no.altinn.events.subscription.Subscription;

/** How one kind of job goes through deliveries or events. Implementations are thread-safe. */
interface Way {
    /** How many deliveries or events are looked at before the job is written down. */
    int STRETCH = 50;

    /**
     * Goes on from the job's cursor, by {@link #STRETCH} deliveries or events at most. A stretch
     * that is gone twice changes nothing the second time.
     *
     * @param pace tells when each delivery that begins is due
     */
    Stretch next(Job job, Subscription subscription, Pace pace);
}
