package no.altinn.events.subscription;

import no.altinn.events.webhook.WebhookBody;
import no.altinn.events.webhook.WebhookRequest;

import java.net.URI;

/** Requests without a signature, for tests of what is around them. */
public final class PlainRequests {
    /** The body alone, without headers. */
    public static final EndPointRequests UNSIGNED =
            (subscription, key, id, start, json) -> {
                URI endPoint = subscription.addressee().endPoint();
                return WebhookRequest.of(endPoint, WebhookBody.of(endPoint, json));
            };

    /** No subscription has a key. */
    public static final EndPointKeys NO_KEYS =
            new EndPointKeys() {
                @Override
                public void begin(Subscription subscription) {}

                @Override
                public void forget(Subscription subscription) {}
            };

    private PlainRequests() {}
}
