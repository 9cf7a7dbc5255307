package no.altinn.events.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import java.time.Instant;

/** A delivery notice as Event Grid carries it: a CloudEvent 1.0 in structured mode. */
public final class DeliveryNoticeMessage {
    /** The {@code source} of every notice. */
    public static final String SOURCE = "/events/api/v1";

    /** The {@code type} of every notice. */
    public static final String TYPE = "no.altinn.events.delivery.due";

    private DeliveryNoticeMessage() {}

    /**
     * Writes a notice as a CloudEvent. Two notices of the same attempt have the same id, so that a
     * receiver can recognise the second as a duplicate.
     *
     * @param now when the notice is sent
     */
    public static String toJson(DeliveryNotice notice, Instant now) {
        DeliveryKey key = notice.key();
        ObjectNode json =
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", key.id() + "-" + notice.attempt())
                        .put("source", SOURCE)
                        .put("type", TYPE)
                        .put("subject", "subscriptions/" + key.subscriptionId())
                        .put("time", now.toString())
                        .put("datacontenttype", "application/json");
        json.putObject("data")
                .put("subscriptionId", key.subscriptionId())
                .put("deliveryId", key.id())
                .put("attempt", notice.attempt());
        return json.toString();
    }

    /**
     * Reads the notice of a CloudEvent.
     *
     * @throws MalformedMessage if the CloudEvent is no notice
     */
    public static DeliveryNotice read(String json) {
        MessageFields event = MessageFields.of(json);
        if (!event.text("type").equals(TYPE)) {
            throw new MalformedMessage("The CloudEvent is no delivery notice.");
        }
        MessageFields data = event.in("data");
        return new DeliveryNotice(
                new DeliveryKey(data.number("subscriptionId"), MessageId.of(data, "deliveryId")),
                data.number("attempt"));
    }
}
