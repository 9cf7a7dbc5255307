package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

import no.altinn.acceptance.WithBrowser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A subscriber who has no mouse. */
@Tag("proof")
@ExtendWith({WithPortal.class, WithBrowser.class})
class PortalKeyboardTest {
    private static final int MOST_STOPS = 60;

    private Page page;
    private PortalPage portal;

    @BeforeEach
    void open(Page page, PortalStub stub) {
        this.page = page;
        this.portal = new PortalPage(page, stub.base());
    }

    /** Presses the tabulator until what has the focus is called so. */
    private void reach(String name) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            if (name.equals(
                    page.evaluate(
                            "(() => { const one = document.activeElement; return"
                                    + " one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText"
                                    + " ?? one.innerText })()"))) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not reach " + name);
    }

    private void press(String name) {
        reach(name);
        page.keyboard().press("Enter");
    }

    @Test
    void everythingIsReachedWithTheKeyboardAlone() {
        portal.open("");
        page.locator("[data-caller]").waitFor();
        press("Skip to the content");
        assertThat(page.locator("main")).isFocused();
        reach("Altinn token");
        page.keyboard().type(PortalStub.TOKEN);
        press("Use the token");
        assertThat(page.locator("h1:focus")).hasText("Subscriptions");

        press("Subscription 17");
        assertThat(page.locator("h1:focus")).hasText("Subscription 17");
        portal.button("Pause").waitFor();
        press("Pause");
        assertThat(portal.notice()).hasText("The subscription is paused.");
        press("Send a test");
        assertThat(page.locator(".tested")).containsText("The test is delivered.");

        press("Remove the subscription");
        assertThat(portal.dialog()).isVisible();
        assertThat(portal.button("Cancel")).isFocused();
        page.keyboard().press("Escape");
        assertThat(portal.dialog()).hasCount(0);
        assertThat(portal.button("Remove the subscription")).isFocused();
    }

    @Test
    void theFocusStaysWhereItIsWhenFiguresAreRenewed() {
        page.clock().install();
        portal.openAs("/");
        page.locator("td .tag").first().waitFor();
        reach("Subscription 19");
        page.evaluate("fetch('/events/api/v1/subscriptions/17/pause', { method: 'POST' })");
        page.clock().fastForward(5_000);

        assertThat(page.locator("tbody tr").first()).containsText("Paused");
        assertThat(portal.link("Subscription 19")).isFocused();
    }

    @Test
    void aQuestionKeepsTheFocusInside() {
        portal.openAs("/subscriptions/18");
        portal.button("Resume").waitFor();
        press("Resume");
        assertThat(portal.dialog()).isVisible();
        for (int stops = 0; stops < 8; stops++) {
            page.keyboard().press("Tab");
            assertThat(page.locator("main :focus")).hasCount(0);
        }
    }
}
