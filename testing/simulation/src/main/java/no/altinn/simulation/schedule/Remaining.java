package no.altinn.simulation.schedule;

import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.job.Job;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.simulation.bus.Feed;
import no.altinn.simulation.bus.MessageQueue;
import no.altinn.simulation.bus.Topic;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.store.StoredDeliveries;
import no.altinn.simulation.store.StoredJobs;
import no.altinn.simulation.store.StoredSubscriptions;

import java.util.List;

/** What is left to do in a schedule. */
public record Remaining(
        MessageQueue queue,
        Topic topic,
        List<Feed<EventsProcess>> feeds,
        StoredJobs jobs,
        StoredSubscriptions subscriptions,
        StoredDeliveries deliveries) {
    /** Whether nothing is left to do. */
    boolean isNothing() {
        return queue.open() == 0
                && topic.open() == 0
                && feeds.stream().allMatch(Feed::isDone)
                && jobs.all().stream().noneMatch(Job::isRunning)
                && validating().isEmpty()
                && deliveries.all().stream().allMatch(this::mayWait);
    }

    private List<Integer> validating() {
        return subscriptions.all().stream()
                .filter(one -> one.validation() instanceof ValidationState.Pending)
                .map(Subscription::id)
                .toList();
    }

    /**
     * Whether a delivery may stay as it is: it has ended, or it waits for its subscription, which
     * its owner has paused or removed.
     */
    public boolean mayWait(Delivery delivery) {
        if (BeginRound.hasEnded(delivery)) {
            return true;
        }
        return !(delivery.state() instanceof DeliveryState.Due)
                && subscriptions
                        .find(delivery.key().subscriptionId())
                        .filter(one -> one.serving().standing() instanceof Standing.Active)
                        .isEmpty();
    }

    /** What is left, in words. */
    public String words() {
        return "messages %d, notices %d, feeds done %s, validations of %s, jobs %s"
                .formatted(
                        queue.open(),
                        topic.open(),
                        feeds.stream().map(Feed::isDone).toList(),
                        validating(),
                        jobs.all().stream().filter(Job::isRunning).map(Job::key).toList());
    }
}
