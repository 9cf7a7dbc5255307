package no.altinn.events.subscription;

import no.altinn.platform.json.Json;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The events with which endpoints are asked whether they want to be called.
 *
 * @param address where the subscriptions that the events name as their source are found
 * @param ids gives each event an id
 */
public record ValidationEvents(SubscriptionAddress address, Supplier<UUID> ids) {
    /** A new event as JSON in structured mode; its source is the subscription's address. */
    String of(Subscription subscription) {
        return Json.object()
                .put("id", ids.get().toString())
                .put("source", address.of(subscription.id()).toString())
                .put("type", "platform.events.validatesubscription")
                .put("specversion", "1.0")
                .toString();
    }
}
