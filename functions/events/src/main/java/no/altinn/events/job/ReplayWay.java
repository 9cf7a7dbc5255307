package no.altinn.events.job;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.event.Condition;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;
import no.altinn.events.subscription.Subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Through the events that were registered in a period, the oldest first: each that the subscription
 * may get is delivered, whether there is a delivery of it or not. An erased event is skipped: no
 * attempt could push it, and a delivery of it that has ended would lose its end.
 */
final class ReplayWay implements Way {
    /** An event becomes readable within this time. */
    private static final Duration READABLE = Duration.ofSeconds(5);

    private final JobTask.Replay task;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Admission admission;
    private final BeginRound rounds;
    private final Clock clock;

    ReplayWay(
            JobTask.Replay task,
            DeliveryStore deliveries,
            EventStore events,
            Admission admission,
            BeginRound rounds,
            Clock clock) {
        this.task = task;
        this.deliveries = deliveries;
        this.events = events;
        this.admission = admission;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Stretch next(Job job, Subscription subscription, Pace pace) {
        Instant end = task.registered().to();
        Cursor start =
                job.cursor().isEmpty()
                        ? events.at(task.registered().from())
                        : new Cursor(job.cursor());
        Page page = events.read(query(subscription), start, STRETCH);
        List<StoredEvent> within =
                page.events().stream().filter(one -> one.registered().isBefore(end)).toList();
        List<Admission.Answer> answers =
                admission.of(subscription, within.stream().map(StoredEvent::event).toList());
        JobProgress progress = JobProgress.NONE;
        String cursor = start.position();
        for (int i = 0; i < within.size(); i++) {
            if (answers.get(i) == Admission.Answer.UNDECIDED) {
                return new Stretch(progress, cursor, Stretch.Next.TRY_AGAIN);
            }
            progress =
                    progress.and(replayed(job, subscription, within.get(i), answers.get(i), pace));
            cursor = within.get(i).cursor().position();
        }
        if (within.size() < page.events().size()) {
            return new Stretch(progress, cursor, Stretch.Next.END);
        }
        return behind(page, progress);
    }

    /** At the end of what may be read, events of the last moments may still become readable. */
    private Stretch behind(Page page, JobProgress progress) {
        String cursor = page.examinedTo().position();
        Instant readable = task.registered().to().plus(READABLE);
        if (!page.atEnd()) {
            return new Stretch(progress, cursor, Stretch.Next.GO_ON);
        }
        return clock.instant().isBefore(readable)
                ? new Stretch(progress, cursor, Stretch.Next.GO_ON, Optional.of(readable))
                : new Stretch(progress, cursor, Stretch.Next.END);
    }

    /** The filters that indexes answer; the others are asked of each event that is found. */
    private EventQuery query(Subscription subscription) {
        List<Condition> conditions = new ArrayList<>();
        if (!task.types().isEmpty()) {
            conditions.add(new Condition.TypeIn(task.types()));
        }
        subscription
                .filters()
                .type()
                .ifPresent(type -> conditions.add(new Condition.TypeIn(List.of(type))));
        task.subject().ifPresent(subject -> conditions.add(new Condition.SubjectIs(subject)));
        return new EventQuery(
                new EventStream.OfResource(subscription.filters().resource()), conditions);
    }

    private JobProgress replayed(
            Job job,
            Subscription subscription,
            StoredEvent stored,
            Admission.Answer answer,
            Pace pace) {
        Event event = stored.event();
        if (stored.isErased()) {
            return JobProgress.SKIPPED;
        }
        if (answer != Admission.Answer.PERMITTED) {
            return answer == Admission.Answer.REFUSED ? JobProgress.REFUSED : JobProgress.SKIPPED;
        }
        String id = job.key().id();
        return deliveries
                .find(DeliveryKey.of(event.key(), subscription.id()))
                .map(found -> again(found, subscription, id, pace))
                .orElseGet(() -> created(event, subscription, id, pace));
    }

    private JobProgress again(Delivery found, Subscription subscription, String id, Pace pace) {
        if (found.job().equals(id)) {
            // A step before has begun it, and ended before it was written down.
            return JobProgress.STARTED;
        }
        boolean isMissing = !(found.state() instanceof DeliveryState.Delivered);
        return BeginRound.hasEnded(found)
                        && found.round().mayFollow()
                        && (isMissing || !task.onlyMissing())
                        && rounds.again(found, subscription, Trigger.REPLAY, id, pace.take())
                                .isPresent()
                ? JobProgress.STARTED
                : JobProgress.SKIPPED;
    }

    private JobProgress created(Event event, Subscription subscription, String id, Pace pace) {
        Instant now = clock.instant();
        Delivery wanted =
                Delivery.of(
                        event.key(),
                        event.id(),
                        event.type(),
                        subscription.id(),
                        "",
                        new DeliveryState.Due(1, now),
                        now);
        return rounds.create(wanted, subscription, Trigger.REPLAY, id, pace.take())
                ? JobProgress.STARTED
                : JobProgress.SKIPPED;
    }
}
