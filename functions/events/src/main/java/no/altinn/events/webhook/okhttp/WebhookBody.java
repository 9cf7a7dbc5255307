package no.altinn.events.webhook.okhttp;

import no.altinn.platform.json.Json;

import java.net.URI;

/** The body that an endpoint gets: the event, or the form that Slack reads. */
final class WebhookBody {
    private static final String SLACK = "hooks.slack.com";

    private WebhookBody() {}

    static String of(URI endPoint, String json) {
        return SLACK.equalsIgnoreCase(endPoint.getHost())
                ? Json.object().put("text", json).toString()
                : json;
    }
}
