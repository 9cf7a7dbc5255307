package no.altinn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

import no.altinn.local.LocalPlatform;
import no.altinn.testing.node.NodeTools;
import no.altinn.testing.node.WithNodeTools;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Axe finds nothing to complain of on the start page. */
@ExtendWith({WithPlatform.class, WithBrowser.class, WithNodeTools.class})
class StartPageAccessibilityTest {
    private static final String FINDINGS =
            """
            async () => {
              const { violations } = await axe.run();
              return violations.flatMap(({ id, nodes }) =>
                nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
            }
            """;

    private final URI base;
    private final NodeTools tools;

    StartPageAccessibilityTest(LocalPlatform platform, NodeTools tools) {
        this.base = platform.base();
        this.tools = tools;
    }

    private Desk open(Page page, String view) {
        page.addInitScript(tools.module("axe-core").resolve("axe.min.js"));
        return new Desk(page, base).open(view);
    }

    private static void assertNoFindings(Page page) {
        assertThat((List<?>) page.evaluate(FINDINGS)).isEmpty();
    }

    @Test
    void theFirstViewHasNoFinding(Page page) {
        assertNoFinding("login", page);
    }

    @ParameterizedTest
    @Tag("proof")
    @ValueSource(
            strings = {"portal", "events", "deliveries", "access", "inboxes", "messages", "links"})
    void noOtherViewHasAFinding(String view, Page page) {
        assertNoFinding(view, page);
    }

    private void assertNoFinding(String view, Page page) {
        Desk desk = new Desk(page, base);
        String inbox = Desk.inbox();
        String resource = Desk.resource();
        desk.subscribe(resource, inbox, Map.of("typeFilter", "desk.tried"));
        page.waitForCondition(() -> desk.received(inbox).size() == 1);
        desk.failing(inbox, 1);
        desk.publish(resource, Map.of());
        page.waitForCondition(() -> desk.received(inbox).size() == 2);
        open(page, view);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        switch (view) {
            case "portal" -> page.locator("[data-portal]").first().waitFor();
            case "login" -> {
                page.locator("[data-caller='/user/20000001']").click();
                page.locator(".result .actions").waitFor();
            }
            case "events" -> {
                desk.button("Who got it").first().click();
                desk.card().waitFor();
            }
            case "deliveries" -> desk.button("Try now").first().waitFor();
            case "access" -> {
                desk.button("Ask").click();
                page.locator(".status .card").waitFor();
            }
            case "inboxes" -> page.locator(".requests li").first().waitFor();
            case "messages" -> {
                desk.button("Log in as ola").click();
                desk.button("Read").first().click();
                desk.card().waitFor();
            }
            default -> page.locator(".links a").first().waitFor();
        }

        assertNoFindings(page);

        page.setViewportSize(390, 844);
        assertNoFindings(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing is wider than a small screen")
                .isEqualTo(390);
    }
}
