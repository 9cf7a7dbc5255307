package no.altinn.local;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.local.host.eventgrid.EventGridTopic;

import java.time.Clock;
import java.util.List;

/**
 * Hands notices to the function that Event Grid would fire. A subscription is a lane of its own, so
 * that a slow endpoint delays no other. Thread-safe.
 */
final class PumpRelay implements OutboundRelay {
    private final EventGridTopic topic;
    private final Clock clock;

    /** A relay that publishes to the topic of the events app. */
    PumpRelay(EventGridTopic topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public void send(List<DeliveryNotice> notices) {
        for (DeliveryNotice notice : notices) {
            // If a notice finds no room, the sweep finds its delivery, which is kept.
            topic.publish(
                    "subscriptions/" + notice.key().subscriptionId(),
                    DeliveryNoticeMessage.toJson(notice, clock.instant()));
        }
    }
}
