package no.altinn.events.webhook;

import no.altinn.platform.json.Json;

import java.net.URI;

/** The body that an endpoint gets: the event, or the form that Slack reads. */
public final class WebhookBody {
    private static final String SLACK = "hooks.slack.com";

    private WebhookBody() {}

    /**
     * The body for an endpoint. A signature is of these bytes, so it is made after this.
     *
     * @param json the event in structured mode; it stays as it is, for every endpoint but Slack's
     */
    public static String of(URI endPoint, String json) {
        return SLACK.equalsIgnoreCase(endPoint.getHost())
                ? Json.object().put("text", json).toString()
                : json;
    }
}
