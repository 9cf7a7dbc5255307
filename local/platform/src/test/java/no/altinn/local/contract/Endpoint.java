package no.altinn.local.contract;

import java.util.List;

/** A row of the table of endpoints: a request that is in order but for its token. */
record Endpoint(String method, String path, String contentType, String body) {
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String JSON = "application/json";
    private static final String RESOURCE = "urn:altinn:resource:ttd-rows";

    /** Those that want a bearer token. */
    static List<Endpoint> forClients() {
        return List.of(
                new Endpoint("POST", "events", CLOUD_EVENT, EventText.on(RESOURCE).json()),
                new Endpoint("POST", "app", JSON, "{}"),
                get("events?after=0&resource=" + RESOURCE),
                get("app/ttd/rows?after=0"),
                get("app/party?after=0&party=50000001"),
                new Endpoint("POST", "subscriptions", JSON, "{}"),
                get("subscriptions"),
                get("subscriptions/2147483647"),
                new Endpoint("DELETE", "subscriptions/2147483647", "", ""));
    }

    /** Those for other parts of the platform, which want a platform access token. */
    static List<Endpoint> forThePlatform() {
        String event = EventText.on(RESOURCE).json();
        return List.of(
                new Endpoint("PUT", "subscriptions/validate/2147483647", "", ""),
                new Endpoint("POST", "storage/events", CLOUD_EVENT, event),
                new Endpoint("POST", "inbound", CLOUD_EVENT, event),
                new Endpoint("POST", "outbound", CLOUD_EVENT, event),
                new Endpoint("POST", "push", CLOUD_EVENT, event),
                new Endpoint("POST", "storage/events/logs", JSON, "{}"),
                new Endpoint(
                        "DELETE", "storage/events/" + RESOURCE + "/nothing?source=urn:x", "", ""));
    }

    private static Endpoint get(String path) {
        return new Endpoint("GET", path, "", "");
    }

    Call on(Platform platform) {
        return with(platform.api(method, path));
    }

    /** The same request by a call of another address. */
    Call with(Call call) {
        return contentType.isEmpty() ? call : call.body(contentType, body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
