package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import java.net.URI;

/** The portal in a browser. */
record PortalPage(Page page, URI base) {
    private static final String LOGGED_IN = "#/login?as=%2Forg%2Fttd&to=";

    /** The same in one of its languages, which is chosen before the page is there. */
    PortalPage in(String language) {
        page.addInitScript("localStorage.setItem('portal.language', '%s')".formatted(language));
        return this;
    }

    /** Goes to a place as anyone. */
    PortalPage open(String hash) {
        page.navigate(base + "events/portal" + hash);
        page.locator("h1").waitFor();
        return this;
    }

    /**
     * Goes to a place as ttd.
     *
     * @param place what stands behind the #, with a slash at its start
     */
    PortalPage openAs(String place) {
        open(LOGGED_IN + URI.create(place).toASCIIString().replace("/", "%2F"));
        page.waitForURL(base + "events/portal#" + place);
        return this;
    }

    /** Goes on to another place. */
    PortalPage go(String place) {
        page.evaluate("place => { location.hash = place }", place);
        return this;
    }

    Locator heading() {
        return page.locator("h1");
    }

    /** A button by its exact name. */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Answers the question that is open. */
    void answer(String name) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(dialog()).hasCount(0);
    }

    /** What has been done, as it is read out. */
    Locator notice() {
        return page.locator(".notice[role=status]");
    }

    /** What went wrong, as it is read out. */
    Locator alarm() {
        return page.locator(".notice[role=alert]");
    }

    /** How much wider the page is than the screen, in pixels. */
    int overflow() {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .intValue();
    }
}
