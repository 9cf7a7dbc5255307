package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import no.altinn.acceptance.Web;
import no.altinn.acceptance.WithBrowser;
import no.altinn.acceptance.WithPlatform;
import no.altinn.local.LocalPlatform;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** The portal before the running platform, from the start page to a delivery. */
@ExtendWith({WithPlatform.class, WithBrowser.class})
class PortalOnPlatformTest {
    private static final String API = "events/api/v1/";

    private final URI base;
    private final String resource = "urn:altinn:resource:ttd-" + UUID.randomUUID();
    private final String inbox = "portal-" + UUID.randomUUID();

    PortalOnPlatformTest(LocalPlatform platform) {
        this.base = platform.base();
    }

    private String post(String path, String type, ObjectNode body) {
        String token =
                Web.token(
                        base,
                        "GetEnterpriseToken?env=local&org=ttd"
                                + "&scopes=altinn:events.subscribe,altinn:events.publish");
        HttpResponse<String> answer =
                Web.send(
                        HttpRequest.newBuilder(base.resolve(API + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private int subscribed() {
        ObjectNode wanted =
                Json.object()
                        .put("endPoint", base + "webhooks/" + inbox)
                        .put("resourceFilter", resource);
        return Json.parse(post("subscriptions", "application/json", wanted)).path("id").asInt();
    }

    private void published(String id) {
        post(
                "events",
                "application/cloudevents+json",
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", id)
                        .put("source", "https://ttd.example/portal")
                        .put("type", "portal.tried")
                        .put("resource", resource));
    }

    private int received() {
        return Web.json(base.resolve("webhooks/" + inbox)).size();
    }

    @Test
    void aServiceOwnerComesFromTheStartPageToADelivery(Page page) {
        int subscription = subscribed();
        page.waitForCondition(() -> received() == 1);
        published("portal-event");
        page.waitForCondition(() -> received() == 2);
        PortalPage portal = new PortalPage(page, base);
        page.navigate(base.toString());
        page.locator("[data-portal='/org/ttd']").click();
        assertThat(portal.heading()).hasText("Subscriptions");

        page.getByLabel("Search in id, address, resource and type").fill(resource);
        portal.link("Subscription " + subscription).click();
        portal.link("Deliveries").click();
        portal.link("Show the delivery of portal-event").click();

        assertThat(page.locator(".badge-line")).containsText("Delivered");
        assertThat(page.locator(".history li")).hasCount(1);
        assertThat(page.locator(".history li")).containsText("200");
    }

    @Test
    void anInboxIsSubscribedFromTheStartPage(Page page) {
        PortalPage portal = new PortalPage(page, base);
        page.navigate(base.toString());
        portal.field("Inbox").fill(inbox);
        portal.field("Resource").fill(resource);
        portal.button("Fill in the subscription").click();
        assertThat(portal.field("Address")).hasValue(base + "webhooks/" + inbox);

        portal.button("Make the subscription").click();

        assertThat(portal.notice()).containsText("is made.");
        assertThat(page.url()).startsWith(base + "events/portal#/subscriptions/");
    }

    @Test
    void aPersonLogsInAtIdPorten(Page page) {
        PortalPage portal = new PortalPage(page, base).open("");
        portal.button("Log in with ID-porten").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Person A")).click();

        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(portal.notice()).hasText("You are logged in as /user/20000001.");
    }
}
