package no.altinn.events.job;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.event.EventStore;

import java.time.Clock;

/** The way of each kind of job. Thread-safe. */
public final class Ways {
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Admission admission;
    private final BeginRound rounds;
    private final Clock clock;

    public Ways(
            DeliveryStore deliveries,
            EventStore events,
            Admission admission,
            BeginRound rounds,
            Clock clock) {
        this.deliveries = deliveries;
        this.events = events;
        this.admission = admission;
        this.rounds = rounds;
        this.clock = clock;
    }

    Way of(JobTask task) {
        return task.accept(
                new JobTask.Visitor<>() {
                    @Override
                    public Way retry(JobTask.Retry retry) {
                        return new RetryWay(retry.created(), deliveries, events, admission, rounds);
                    }

                    @Override
                    public Way replay(JobTask.Replay replay) {
                        return new ReplayWay(replay, deliveries, events, admission, rounds, clock);
                    }

                    @Override
                    public Way redact(JobTask.Redact redact) {
                        return new RedactWay(deliveries);
                    }
                });
    }
}
