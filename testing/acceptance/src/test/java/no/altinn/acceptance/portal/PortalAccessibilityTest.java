package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

import no.altinn.acceptance.WithBrowser;
import no.altinn.testing.node.NodeTools;
import no.altinn.testing.node.WithNodeTools;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Axe has nothing to complain of on any screen in any language, however small the screen is. */
@Tag("proof")
@ExtendWith({WithPortal.class, WithBrowser.class, WithNodeTools.class})
class PortalAccessibilityTest {
    private static final String FINDINGS =
            """
            async () => {
              const { violations } = await axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              });
              return violations.flatMap(({ id, nodes }) =>
                nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
            }
            """;

    /** Those of what can be pressed or filled in that are smaller than 24 pixels. */
    private static final String SMALL =
            """
            () => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
              .filter((one) => one.checkVisibility() && !one.matches(".skip"))
              .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
              .filter(([, { width, height }]) => width < 24 || height < 24)
              .map(([one, { width, height }]) => `${one.outerHTML} ${width}x${height}`)
            """;

    /** Places by what must be there before a screen is complete. */
    private static final Map<String, String> SCREENS = new LinkedHashMap<>();

    static {
        SCREENS.put("/", "td .tag");
        SCREENS.put("/new", "form");
        SCREENS.put("/subscriptions/17", ".bars");
        SCREENS.put("/subscriptions/18", ".lead-in .alert");
        SCREENS.put("/subscriptions/19", ".chart .empty");
        SCREENS.put("/subscriptions/20", ".lead-in .alert");
        SCREENS.put("/subscriptions/22", ".bars");
        SCREENS.put("/subscriptions/23", ".bars");
        SCREENS.put("/subscriptions/17/deliveries", "td .tag");
        SCREENS.put("/subscriptions/17/deliveries?status=dead", "td .tag");
        SCREENS.put("/subscriptions/17/deliveries?status=none", ".empty");
        SCREENS.put(
                "/subscriptions/17/deliveries/" + CannedDeliveries.DEAD_DELIVERY, ".history pre");
        SCREENS.put(
                "/subscriptions/17/deliveries/" + CannedDeliveries.HOSTILE_DELIVERY,
                ".history pre");
        SCREENS.put("/subscriptions/17/catch-up", "td .tag");
        SCREENS.put("/subscriptions/17/secret", "[data-key=secret]");
        SCREENS.put("/subscriptions/22/secret", ".empty-state");
        SCREENS.put("/nowhere", "main a");
    }

    private final NodeTools tools;

    PortalAccessibilityTest(NodeTools tools) {
        this.tools = tools;
    }

    static Stream<String> languages() {
        return Stream.of("nb", "en");
    }

    private PortalPage portal(Page page, PortalStub stub, String language) {
        page.addInitScript(tools.module("axe-core").resolve("axe.min.js"));
        return new PortalPage(page, stub.base()).in(language);
    }

    private static void assertWellMade(PortalPage portal, String what) {
        for (int width : new int[] {1280, 390, 320}) {
            portal.page().setViewportSize(width, 844);
            assertThat((List<?>) portal.page().evaluate(FINDINGS)).as(what).isEmpty();
            assertThat((List<?>) portal.page().evaluate(SMALL)).as(what).isEmpty();
            assertThat(portal.overflow()).as("%s at %d", what, width).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noScreenHasAFinding(String language, Page page, PortalStub stub) {
        PortalPage portal = portal(page, stub, language).openAs("/");
        Set<String> titles = new TreeSet<>();
        SCREENS.forEach(
                (place, complete) -> {
                    portal.go(place);
                    page.locator(complete).first().waitFor();
                    assertWellMade(portal, language + " " + place);
                    assertThat(page.locator("html")).hasAttribute("lang", language);
                    assertThat(page.locator("h1")).hasCount(1);
                    titles.add(page.title());
                });
        assertThat(titles).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void neitherTheLoginNorAQuestionHasAFinding(String language, Page page, PortalStub stub) {
        PortalPage portal = portal(page, stub, language).open("");
        page.locator("[data-caller]").waitFor();
        assertWellMade(portal, "login");

        page.locator("[data-caller]").click();
        page.locator("td .tag").first().waitFor();
        portal.go("/subscriptions/18");
        page.locator("[data-key=go]").click();
        portal.dialog().waitFor();
        assertWellMade(portal, "dialog");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whereThereIsNothingAReaderIsToldWhatToDoNext(String language, Page page, PortalStub stub) {
        stub.routes().unsubscribeAll();
        PortalPage portal = portal(page, stub, language).openAs("/");

        assertThat(page.locator(".empty-state a")).hasAttribute("href", "#/new");
        assertWellMade(portal, "no subscription");
    }

    @Test
    void aScreenThatIsEnteredHasTheFocusAtItsHeading(Page page, PortalStub stub) {
        PortalPage portal = portal(page, stub, "en").openAs("/");
        portal.link("Subscription 17").click();
        assertThat(page.locator("h1:focus")).hasText("Subscription 17");

        portal.link("Catch up").click();
        assertThat(page.locator("h1:focus")).hasText("Catch up");
    }

    @Test
    void everyChartHasItsFiguresInATable(Page page, PortalStub stub) {
        portal(page, stub, "en").openAs("/subscriptions/17");
        Locator bars = page.locator(".bars");

        assertThat(bars).hasAttribute("role", "img");
        assertThat(bars)
                .hasAttribute(
                        "aria-label",
                        Pattern.compile(
                                "[\\d,]+ attempts: [\\d,]+ delivered and [\\d,]+ failed\\..*"));
        assertThat(page.locator(".figures tbody tr")).hasCount(24);
        assertThat(page.locator(".figures caption")).hasText("The figures of the chart");
    }

    @Test
    void nothingMovesForAReaderWhoWantsNoMotion(Page page, PortalStub stub) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        portal(page, stub, "en").openAs("/subscriptions/17");
        page.locator(".bars").waitFor();

        assertThat(page.evaluate(MOVING)).isEqualTo(List.of());
    }

    private static final String MOVING =
            """
            () => [...document.querySelectorAll("*")].filter((one) => {
              const { transitionDuration, animationName } = getComputedStyle(one);
              return parseFloat(transitionDuration) > 0 || animationName !== "none";
            }).map((one) => one.outerHTML)
            """;
}
