package no.altinn.events.job;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.subscription.Subscription;

import java.util.List;
import java.util.Optional;

/** Through the deliveries that were there when the job began: their answers are erased. */
final class RedactWay implements Way {
    private final DeliveryStore deliveries;

    RedactWay(DeliveryStore deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Stretch next(Job job, Subscription subscription, Pace pace) {
        DeliverySearch all =
                DeliverySearch.oldest(subscription.id())
                        .created(Optional.empty(), Optional.of(job.created()));
        List<Delivery> found = deliveries.search(PlaceText.behind(all, job.cursor()), STRETCH);
        JobProgress progress =
                found.stream().map(this::redacted).reduce(JobProgress.NONE, JobProgress::and);
        return new Stretch(
                progress,
                PlaceText.behind(found, job.cursor()),
                found.size() < STRETCH ? Stretch.Next.END : Stretch.Next.GO_ON);
    }

    private JobProgress redacted(Delivery delivery) {
        if (delivery.attempts().stream().allMatch(attempt -> attempt.response().isEmpty())) {
            return JobProgress.SKIPPED;
        }
        deliveries.eraseResponses(delivery.key());
        return JobProgress.STARTED;
    }
}
