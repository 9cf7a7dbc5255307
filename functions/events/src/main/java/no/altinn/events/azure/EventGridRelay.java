package no.altinn.events.azure;

import com.azure.core.models.CloudEvent;
import com.azure.messaging.eventgrid.EventGridPublisherClient;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends notices to an Event Grid topic with the CloudEvents schema. They carry ids only, because an
 * event may be larger than the topic allows. Thread-safe.
 */
public final class EventGridRelay implements OutboundRelay {
    private final Supplier<EventGridPublisherClient<CloudEvent>> topic;
    private final SideBySide calls;
    private final Clock clock;

    /**
     * Sends to the topic; its client is asked for at the first notice.
     *
     * @param calls how many requests are sent at once
     */
    public EventGridRelay(
            Supplier<EventGridPublisherClient<CloudEvent>> topic, SideBySide calls, Clock clock) {
        this.topic = topic;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Sends the notices in as few requests as Event Grid allows, side by side. When one of several
     * requests fails, others may have arrived. The caller may send all notices again: a second
     * notice of an attempt is void.
     */
    @Override
    public void send(List<DeliveryNotice> notices) {
        Instant time = fractional(clock.instant());
        List<String> messages =
                notices.stream().map(one -> DeliveryNoticeMessage.toJson(one, time)).toList();
        calls.each(EventGridBatches.of(messages), this::published);
    }

    private List<String> published(List<String> batch) {
        List<CloudEvent> events = CloudEvent.fromString("[" + String.join(",", batch) + "]");
        try {
            topic.get().sendEvents(events);
            return batch;
        } catch (RuntimeException e) {
            // The client tells of refusals, lost connections, time-outs and missing credentials by
            // many kinds of exceptions. Whichever it is, the notices have not been handed over.
            throw new Unavailable("Event Grid took no notices", e);
        }
    }

    /** The client leaves out the seconds of a whole minute, which RFC 3339 does not allow. */
    private static Instant fractional(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).plusNanos(1_000);
    }
}
