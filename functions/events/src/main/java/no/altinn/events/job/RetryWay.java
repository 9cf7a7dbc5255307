package no.altinn.events.job;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;
import no.altinn.events.subscription.Subscription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Through the dead deliveries of a period, the oldest first: each begins a new round. */
final class RetryWay implements Way {
    private final Period created;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Admission admission;
    private final BeginRound rounds;

    RetryWay(
            Period created,
            DeliveryStore deliveries,
            EventStore events,
            Admission admission,
            BeginRound rounds) {
        this.created = created;
        this.deliveries = deliveries;
        this.events = events;
        this.admission = admission;
        this.rounds = rounds;
    }

    /** A delivery that a step before has begun is not dead any more, so it is not found again. */
    @Override
    public Stretch next(Job job, Subscription subscription, Pace pace) {
        DeliverySearch dead =
                DeliverySearch.oldest(subscription.id(), DeliveryStatus.DEAD)
                        .created(Optional.of(created.from()), Optional.of(created.to()));
        List<Delivery> found = deliveries.search(PlaceText.behind(dead, job.cursor()), STRETCH);
        Map<EventKey, Admission.Answer> answers = answers(subscription, found);
        JobProgress progress = JobProgress.NONE;
        String cursor = job.cursor();
        for (Delivery delivery : found) {
            Optional<Admission.Answer> answer = Optional.ofNullable(answers.get(delivery.event()));
            if (answer.equals(Optional.of(Admission.Answer.UNDECIDED))) {
                return new Stretch(progress, cursor, Stretch.Next.TRY_AGAIN);
            }
            progress =
                    progress.and(
                            answer.map(it -> begun(job, subscription, delivery, it, pace))
                                    .orElse(JobProgress.SKIPPED));
            cursor = PlaceText.of(delivery);
        }
        return new Stretch(
                progress, cursor, found.size() < STRETCH ? Stretch.Next.END : Stretch.Next.GO_ON);
    }

    /** What was decided on each event that is kept and whose delivery may begin again. */
    private Map<EventKey, Admission.Answer> answers(
            Subscription subscription, List<Delivery> found) {
        List<Event> kept =
                found.stream()
                        .filter(delivery -> delivery.round().mayFollow())
                        .flatMap(delivery -> events.find(delivery.event()).stream())
                        .toList();
        List<Admission.Answer> decided = admission.of(subscription, kept);
        Map<EventKey, Admission.Answer> answers = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            answers.put(kept.get(i).key(), decided.get(i));
        }
        return answers;
    }

    private JobProgress begun(
            Job job,
            Subscription subscription,
            Delivery delivery,
            Admission.Answer answer,
            Pace pace) {
        String id = job.key().id();
        if (answer == Admission.Answer.PERMITTED) {
            return rounds.again(delivery, subscription, Trigger.RETRY, id, pace.take()).isPresent()
                    ? JobProgress.STARTED
                    : JobProgress.SKIPPED;
        }
        boolean isByPolicy = answer == Admission.Answer.REFUSED;
        return rounds.refuse(delivery, id).isPresent() && isByPolicy
                ? JobProgress.REFUSED
                : JobProgress.SKIPPED;
    }
}
