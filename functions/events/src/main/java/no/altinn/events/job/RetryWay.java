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
    // Events may be 1 MiB each, and those of a stretch must fit into memory.
    private static final int MOST_CHARACTERS = 8 << 20;

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
        Map<EventKey, Event> kept = new HashMap<>();
        List<Delivery> examined = examined(found, kept);
        Map<EventKey, Admission.Answer> answers = answers(subscription, List.copyOf(kept.values()));
        JobProgress progress = JobProgress.NONE;
        String cursor = job.cursor();
        for (Delivery delivery : examined) {
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
        boolean isEnd = found.size() < STRETCH && examined.size() == found.size();
        return new Stretch(progress, cursor, isEnd ? Stretch.Next.END : Stretch.Next.GO_ON);
    }

    /**
     * As many of the deliveries as have events that fit into memory together.
     *
     * @param kept takes the events that are kept and whose deliveries may begin again
     */
    private List<Delivery> examined(List<Delivery> found, Map<EventKey, Event> kept) {
        long characters = 0;
        int count = 0;
        while (count < found.size() && characters < MOST_CHARACTERS) {
            Delivery delivery = found.get(count++);
            Optional<Event> event =
                    delivery.round().mayFollow() ? events.find(delivery.event()) : Optional.empty();
            event.ifPresent(it -> kept.put(it.key(), it));
            characters += event.map(it -> it.json().length()).orElse(0);
        }
        return found.subList(0, count);
    }

    private Map<EventKey, Admission.Answer> answers(Subscription subscription, List<Event> kept) {
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
