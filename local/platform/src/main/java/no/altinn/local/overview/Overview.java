package no.altinn.local.overview;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.subscription.Subscription;

import java.util.List;

/**
 * Lists the newest of what a backend keeps, whoever it belongs to: for the developer who looks on.
 * Every limit is 1 to 1 000. Every method throws {@link no.altinn.platform.client.Unavailable} when
 * the store cannot answer. Implementations are thread-safe.
 */
public interface Overview {
    /** Events, the newest first; fewer than the limit where these have more than 8 MiB together. */
    List<RegisteredEvent> events(int limit);

    /** Subscriptions, the newest first. */
    List<Subscription> subscriptions(int limit);

    /**
     * Subscriptions, those on a resource first, and the newest of each first.
     *
     * @param resource in lower case
     */
    List<Subscription> subscriptionsNear(String resource, int limit);

    /** Deliveries, the newest first. */
    List<Delivery> deliveries(int limit);
}
