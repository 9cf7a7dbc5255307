package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import no.altinn.acceptance.WithBrowser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from the login to a failed delivery. */
@ExtendWith({WithPortal.class, WithBrowser.class})
class PortalSmokeTest {
    @Test
    void aSubscriberFindsWhyADeliveryFailed(Page page, PortalStub stub) {
        PortalPage portal = new PortalPage(page, stub.base()).open("");
        page.locator("[data-caller='/org/ttd']").click();
        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(portal.notice()).hasText("You are logged in as /org/ttd.");

        portal.link("Subscription 17").click();
        assertThat(portal.heading()).hasText("Subscription 17");
        portal.link("Deliveries").click();
        portal.link("Show the delivery of event-dead").click();

        assertThat(page.locator(".history")).containsText("The answer was not 2xx: 503");
        assertThat(page.locator(".history pre")).hasText("{\"message\":\"the database is away\"}");
    }

    @Test
    void whatOthersWroteIsShownAsTextAndDoesNothing(Page page, PortalStub stub) {
        PortalPage portal =
                new PortalPage(page, stub.base())
                        .openAs(
                                "/subscriptions/17/deliveries/"
                                        + CannedDeliveries.HOSTILE_DELIVERY);

        assertThat(page.locator(".history pre")).containsText("<script>document.title='broken'");
        assertThat(page.locator("main script, main img")).hasCount(0);
        assertThat(page.locator(".history pre")).containsText("U+202Egpj.exeU+0007");
        assertThat(page).hasTitle("Delivery – Deliveries – Subscription 17 – Events portal");
        assertThat(portal.overflow()).isZero();
    }
}
