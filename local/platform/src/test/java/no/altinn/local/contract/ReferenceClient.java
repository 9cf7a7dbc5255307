package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.UUID;

/**
 * A client that sends requests as the reference implementation's k6 scripts do: with a slash after
 * a collection, two before an id, and a content type on a GET (repository Altinn/altinn-events,
 * {@code test/k6/src/api} and {@code config.js}).
 */
record ReferenceClient(Platform platform) {
    static final String RESOURCE = "urn:altinn:resource:ttd-altinn-events-automated-tests";
    static final String SOURCE = "https://github.com/Altinn/altinn-events/tree/main/test/k6";
    static final String TYPE = "automatedtest.triggered";

    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String JSON = "application/json";

    /** The token of a service owner. */
    String owner(String scopes) {
        return platform.tokens()
                .issue("GetEnterpriseToken", "scopes=" + scopes + "&org=ttd&orgNo=991825827");
    }

    /** Publishes an event of the scripts. */
    void post() {
        EventText event =
                EventText.on(RESOURCE)
                        .with("source", SOURCE)
                        .with("type", TYPE)
                        .about("/autotest/k6")
                        .with("time", "2022-05-12T00:02:07.541482Z");
        Call call = platform.api("POST", "events/").body(CLOUD_EVENT, event.json());
        expect(200, call.bearer(owner("altinn:events.publish,altinn:serviceowner")));
    }

    /** Lets an app tell of an instance of person A. */
    void register(String app) {
        String event =
                "{\"source\":\"https://ttd.apps.local.altinn.cloud/ttd/%s/instances/50000001/%s\",\"specversion\":\"1.0\",\"type\":\"app.instance.created\",\"subject\":\"/party/50000001\",\"time\":\"2022-11-18T09:20:02.931677Z\",\"alternativesubject\":\"/person/01909012345\"}"
                        .formatted(app, UUID.randomUUID());
        Call call = platform.api("POST", "app").json(event).bearer(platform.tokens().personA());
        expect(201, call.platformAccess(platform.tokens().app(app)));
    }

    /** A page of events. */
    Reply events(String query, String token) {
        return events(platform.api("GET", "events/" + query), token);
    }

    /** The page that a next link leads to. */
    Reply next(Reply page, String token) {
        return events(platform.get(page.next()), token);
    }

    private static Reply events(Call call, String token) {
        return expect(200, call.bearer(token).header("Content-Type", CLOUD_EVENT));
    }

    /** Subscribes; the subscription's id. */
    int subscribe(String token, String body) {
        Call call = platform.api("POST", "subscriptions/").json(body).bearer(token);
        return expect(201, call).json().required("id").asInt();
    }

    JsonNode subscription(String token, int id) {
        return subscriptions(token, "subscriptions//" + id);
    }

    JsonNode subscriptions(String token) {
        return subscriptions(token, "subscriptions/");
    }

    private JsonNode subscriptions(String token, String path) {
        Call call = platform.api("GET", path).bearer(token).header("Content-Type", JSON);
        return expect(200, call).json();
    }

    boolean isValidated(String token, int id) {
        return subscription(token, id).path("validated").asBoolean();
    }

    void remove(String token, int id) {
        expect(200, platform.api("DELETE", "subscriptions/" + id).bearer(token));
    }

    private static Reply expect(int status, Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return reply;
    }
}
