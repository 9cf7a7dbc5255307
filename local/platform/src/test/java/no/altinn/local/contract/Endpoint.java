package no.altinn.local.contract;

import java.util.List;
import java.util.stream.Stream;

/** A row of the table of endpoints: a request that is in order but for its token. */
record Endpoint(String method, String path, String contentType, String body) {
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String JSON = "application/json";
    private static final String RESOURCE = "urn:altinn:resource:ttd-rows";

    /** Those that want a bearer token. */
    static List<Endpoint> forClients() {
        return Stream.concat(ofEvents().stream(), ofOneSubscription()).toList();
    }

    private static Stream<Endpoint> ofOneSubscription() {
        String delivery = "/deliveries/" + "A".repeat(43);
        return Stream.of(
                        "GET /deliveries",
                        "GET " + delivery,
                        "POST " + delivery + "/retry",
                        "DELETE " + delivery + "/responses",
                        "DELETE /responses",
                        "POST /retry",
                        "POST /replay",
                        "GET /jobs",
                        "GET /jobs/1",
                        "DELETE /jobs/1",
                        "POST /test",
                        "POST /pause",
                        "POST /resume",
                        "PUT /rate",
                        "GET /secret",
                        "POST /secret/rotate",
                        "GET /statistics",
                        "POST /receive",
                        "POST /acknowledge",
                        "POST /release",
                        "POST /reject",
                        "POST /renew")
                .map(
                        row ->
                                new Endpoint(
                                        row.replaceFirst(" .*", ""),
                                        "subscriptions/2147483647" + row.replaceFirst(".* ", ""),
                                        "",
                                        ""));
    }

    private static List<Endpoint> ofEvents() {
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
