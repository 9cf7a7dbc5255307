package no.altinn.events.subscription;

import no.altinn.platform.json.Json;

import java.util.UUID;

/**
 * The events with which endpoints are asked whether they want to be called.
 *
 * @param address where the subscriptions that the events name as their source are found
 */
public record ValidationEvents(SubscriptionAddress address) {
    /** An event as JSON in structured mode; its source is the subscription's address. */
    String of(Subscription subscription, UUID id) {
        return Json.object()
                .put("id", id.toString())
                .put("source", address.of(subscription.id()).toString())
                .put("type", "platform.events.validatesubscription")
                .put("specversion", "1.0")
                .toString();
    }
}
