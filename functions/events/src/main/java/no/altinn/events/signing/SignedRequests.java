package no.altinn.events.signing;

import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.webhook.WebhookBody;
import no.altinn.events.webhook.WebhookRequest;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs what endpoints get, by Standard Webhooks: the body is fixed first, then signed, and sent as
 * it was signed. Thread-safe.
 *
 * <p>An attempt is signed with the keys that are valid when it begins, as they were known five
 * seconds before at the earliest. So the subscription is looked up here once more: the attempt may
 * have waited in line since it was looked up first.
 */
public final class SignedRequests implements EndPointRequests {
    private final SubscriptionIndex index;
    private final EndPointSecrets secrets;
    private final KeySafe safe;
    private final String origin;

    /**
     * @param origin the host of this platform (CloudEvents, <em>HTTP 1.1 Web Hooks</em>, §4)
     */
    public SignedRequests(
            SubscriptionIndex index, EndPointSecrets secrets, KeySafe safe, String origin) {
        this.index = index;
        this.secrets = secrets;
        this.safe = safe;
        this.origin = origin;
    }

    @Override
    public WebhookRequest of(
            Subscription subscription, SubscriptionKey key, String id, Instant start, String json) {
        URI endPoint = subscription.addressee().endPoint();
        SignedContent content = new SignedContent(id, start, WebhookBody.of(endPoint, json));
        // A removed subscription's last attempt is signed as the first look-up says.
        Subscription now = index.find(key).orElse(subscription);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", content.timestamp());
        headers.put("webhook-signature", signatures(now, content));
        headers.put("altinn-subscription", Integer.toString(subscription.id()));
        headers.put("webhook-request-origin", origin);
        return new WebhookRequest(endPoint, content.body(), headers);
    }

    private String signatures(Subscription subscription, SignedContent content) {
        return secrets.ring(subscription).validAt(content.at()).stream()
                .map(key -> safe.open(key, subscription.id()).sign(content))
                .collect(Collectors.joining(" "));
    }
}
