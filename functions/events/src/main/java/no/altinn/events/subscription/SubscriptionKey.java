package no.altinn.events.subscription;

import java.util.Locale;

/**
 * Where a subscription is kept: enough for a point read.
 *
 * @param id as clients know it
 * @param resource the resource of its filters, in lower case; given in any case
 * @param fingerprint {@link NewSubscription#fingerprint}; empty where only the id is known, by
 *     which some stores have to search
 */
public record SubscriptionKey(int id, String resource, String fingerprint) {
    public SubscriptionKey {
        resource = resource.toLowerCase(Locale.ROOT);
    }
}
