package no.altinn.events.subscription;

import no.altinn.platform.json.Json;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The events by which a subscription's endpoint is called for its own sake.
 *
 * @param address where the subscriptions that the events name as their source are found
 * @param ids gives each event an id
 */
public record EndPointEvents(SubscriptionAddress address, Supplier<UUID> ids) {
    /** An id that no event has had. */
    public UUID newId() {
        return ids.get();
    }

    /** An event that asks the endpoint whether it wants to be called. */
    String validation(Subscription subscription, UUID id) {
        return event(subscription, id, "platform.events.validatesubscription");
    }

    /** An event that the consumer has asked for, to see whether the endpoint takes it. */
    public String test(Subscription subscription, UUID id) {
        return event(subscription, id, "platform.events.testsubscription");
    }

    /** An event as JSON in structured mode; its source is the subscription's address. */
    private String event(Subscription subscription, UUID id, String type) {
        return Json.object()
                .put("id", id.toString())
                .put("source", address.of(subscription.id()).toString())
                .put("type", type)
                .put("specversion", "1.0")
                .toString();
    }
}
