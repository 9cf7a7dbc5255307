package no.altinn.events.subscription;

import java.net.URI;

/**
 * Where subscriptions are found.
 *
 * @param base the platform's own address, with a slash at its end
 */
public record SubscriptionAddress(URI base) {
    /** The address of one subscription. */
    public URI of(int id) {
        return base.resolve("events/api/v1/subscriptions/" + id);
    }
}
