package no.altinn.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import no.altinn.platform.json.Json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;

/** The start page in a browser, and what happens on the platform behind its back. */
record Desk(Page page, URI base) {
    private static final String EVENTS = "events/api/v1/";

    /** Goes to a view, and waits until it is there. */
    Desk open(String view) {
        page.navigate(base + "#/" + view);
        page.locator("[data-view=" + view + "]").waitFor();
        return this;
    }

    /** A button whose name contains the text. */
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A row of a table that contains a text. */
    Locator row(String text) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The card that was opened last. */
    Locator card() {
        return page.locator(".panel .card");
    }

    /** A resource of ttd that no other test knows. */
    static String resource() {
        return "urn:altinn:resource:ttd-" + UUID.randomUUID();
    }

    /** Publishes an event as ttd; the id is given back. */
    String publish(String resource, Map<String, String> more) {
        String id = UUID.randomUUID().toString();
        var event =
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", id)
                        .put("source", "https://ttd.example/desk")
                        .put("type", "desk.tried")
                        .put("resource", resource);
        more.forEach(event::put);
        call(
                "events",
                "GetEnterpriseToken?env=local&org=ttd&scopes=altinn:events.publish",
                "application/cloudevents+json",
                event.toString());
        return id;
    }

    /** Subscribes as ttd; the subscription's id is given back. */
    int subscribe(String resource, String inbox, Map<String, String> more) {
        var body =
                Json.object()
                        .put("endPoint", base + "webhooks/" + inbox)
                        .put("resourceFilter", resource);
        more.forEach(body::put);
        String answer =
                call(
                        "subscriptions",
                        "GetEnterpriseToken?env=local&org=ttd&scopes=altinn:events.subscribe",
                        "application/json",
                        body.toString());
        return Json.parse(answer).path("id").asInt();
    }

    private String call(String path, String token, String type, String body) {
        var answer =
                Web.send(
                        HttpRequest.newBuilder(base.resolve(EVENTS + path))
                                .header("Authorization", "Bearer " + Web.token(base, token))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer.body();
    }

    /** Lets an inbox refuse what comes. */
    void failing(String inbox, int times) {
        Web.send(
                HttpRequest.newBuilder(base.resolve("webhooks/" + inbox + "/behaviour"))
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"status\":503,\"times\":%d}".formatted(times))));
    }

    /** Sends something to an inbox. */
    int post(String inbox, String body) {
        return Web.send(
                        HttpRequest.newBuilder(base.resolve("webhooks/" + inbox))
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** What an inbox has received. */
    JsonNode received(String inbox) {
        return Web.json(base.resolve("webhooks/" + inbox));
    }

    /** A name of an inbox that no other test knows. */
    static String inbox() {
        return "desk-" + UUID.randomUUID();
    }
}
