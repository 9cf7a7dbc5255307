package no.altinn.local;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.local.host.eventgrid.EventGridTopic;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Hands notices to the function that Event Grid would fire. A subscription is a lane of its own, so
 * that a slow endpoint delays no other. Thread-safe.
 */
final class PumpRelay implements OutboundRelay {
    private final EventGridTopic topic;
    private final RetryQueue queue;
    private final Clock clock;

    /**
     * A relay that publishes to the topic of the events app.
     *
     * @param queue keeps the notices for which the topic has no room
     */
    PumpRelay(EventGridTopic topic, RetryQueue queue, Clock clock) {
        this.topic = topic;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void send(List<DeliveryNotice> notices) {
        for (DeliveryNotice notice : notices) {
            boolean taken =
                    topic.publish(
                            "subscriptions/" + notice.key().subscriptionId(),
                            DeliveryNoticeMessage.toJson(notice, clock.instant()));
            if (!taken) {
                // The sweep would find the delivery too, but two minutes later.
                queue.schedule(new Retry.OfDelivery(notice), Duration.ZERO);
            }
        }
    }
}
