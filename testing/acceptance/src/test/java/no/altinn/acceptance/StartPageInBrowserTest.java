package no.altinn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import no.altinn.local.LocalPlatform;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A developer works from the start page. */
@ExtendWith({WithPlatform.class, WithBrowser.class})
class StartPageInBrowserTest {
    private static final String MARKUP = "<img src=x onerror=\"document.title='broken'\">";

    private final URI base;
    private final String resource = Desk.resource();
    private final String inbox = Desk.inbox();

    StartPageInBrowserTest(LocalPlatform platform) {
        this.base = platform.base();
    }

    private Desk open(Page page, String view) {
        return new Desk(page, base).open(view);
    }

    @ParameterizedTest
    @Tag("proof")
    @CsvSource({
        "/org/ttd, \"urn:altinn:org\": \"ttd\"",
        "/org/skd, \"urn:altinn:org\": \"skd\"",
        "/user/20000001, \"urn:altinn:userid\": \"20000001\"",
        "/organisation/310000001, \"urn:altinn:orgNumber\": \"310000001\"",
        "/systemuser/a1b2c3d4-0000-4000-8000-000000000001, urn:altinn:systemuser"
    })
    void oneClickLogsInAndShowsTheWayAndTheToken(String caller, String claim, Page page) {
        open(page, "login");

        page.locator("[data-caller='" + caller + "']").click();

        Locator result = page.locator(".result");
        assertThat(result.locator(".steps li")).hasCount(3);
        assertThat(result.locator(".steps li").last())
                .containsText("/authentication/api/v1/exchange/");
        assertThat(result.getByRole(AriaRole.GROUP, named("Claims"))).containsText(claim);
        assertThat(result.getByRole(AriaRole.GROUP, named("Header")))
                .containsText("\"alg\": \"RS256\"");
        assertThat(result.locator("tbody tr").last()).containsText("expires");
        assertFalse(
                Web.json(base.resolve("maskinporten/clients/")).toString().contains("start page"),
                "the page's client is removed");
    }

    @Test
    @Tag("proof")
    void theTokenIsCopiedAsItIsAndAsACallThatWorks(Page page, BrowserContext context) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Desk desk = open(page, "login");
        page.locator("[data-caller='/org/ttd']").click();

        desk.button("Copy the token").click();
        assertThat(page.locator(".copied").first()).hasText("Copied");
        String token = clipboard(page);
        desk.button("Copy as curl").click();
        assertThat(page.locator(".copied").last()).hasText("Copied");

        URI subscriptions = base.resolve("events/api/v1/subscriptions");
        assertEquals(
                "curl -H \"Authorization: Bearer %s\" %s".formatted(token, subscriptions),
                clipboard(page));
        assertEquals(
                200,
                Web.send(
                                HttpRequest.newBuilder(subscriptions)
                                        .header("Authorization", "Bearer " + token))
                        .statusCode());
    }

    private static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void anEventIsShownAndAnotherLikeItIsPublishedForReal(Page page) {
        Desk desk = open(page, "events");
        String id = desk.publish(resource, Map.of("subject", "/party/50000001"));
        Locator row = desk.row(id);
        assertThat(row).containsText("desk.tried");
        assertThat(row).containsText(resource);
        assertThat(row).containsText("/party/50000001");

        row.getByRole(AriaRole.BUTTON, named("One like it")).click();
        assertThat(page.getByLabel("Published by")).hasValue("ttd");
        assertThat(page.getByLabel("Event", exactly())).not().hasValue(Pattern.compile(id));
        desk.button("Publish").last().click();

        assertThat(desk.card().getByRole(AriaRole.STATUS)).hasText("Published");
        assertThat(desk.row(resource)).hasCount(2);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = "status of 403")
    void aRefusedEventIsTold(Page page) {
        Desk desk = open(page, "events");
        desk.button("Publish an event").click();
        page.getByLabel("Published by").selectOption("skd");

        desk.button("Publish").last().click();

        assertThat(desk.card().getByRole(AriaRole.ALERT)).containsText("403");
    }

    @Test
    @Tag("proof")
    void whoGotAnEventIsToldAndWhyOthersDidNot(Page page) {
        Desk desk = open(page, "events");
        int all = desk.subscribe(resource, inbox, Map.of());
        int other = desk.subscribe(resource, inbox, Map.of("typeFilter", "another"));
        int about = desk.subscribe(resource, inbox, Map.of("subjectFilter", "/party/1"));
        String deaf = Desk.inbox();
        desk.failing(deaf, 1_000);
        int unheard = desk.subscribe(resource, deaf, Map.of());
        page.waitForCondition(() -> desk.received(inbox).size() == 3);
        String id = desk.publish(resource, Map.of());
        page.waitForCondition(() -> desk.received(inbox).size() == 4);

        desk.row(id).getByRole(AriaRole.BUTTON, named("Who got it")).click();

        Locator outcomes = desk.card().locator("tbody tr");
        assertThat(of(outcomes, all)).containsText("It matches, and the policy permits it.");
        assertThat(of(outcomes, other)).containsText("The filter wants another type.");
        assertThat(of(outcomes, about)).containsText("The filter wants another subject.");
        assertThat(of(outcomes, unheard)).containsText("The endpoint has not been validated.");
    }

    private static Locator of(Locator rows, int subscription) {
        return rows.filter(
                new Locator.FilterOptions()
                        .setHas(
                                rows.page()
                                        .getByText(
                                                "#" + subscription,
                                                new Page.GetByTextOptions().setExact(true))));
    }

    @Test
    @Tag("proof")
    void aFailedDeliveryIsShownWithItsFailureAndTriedNow(Page page) {
        Desk desk = open(page, "deliveries");
        desk.subscribe(resource, inbox, Map.of());
        page.waitForCondition(() -> desk.received(inbox).size() == 1);
        page.reload();
        desk.failing(inbox, 1);
        String id = desk.publish(resource, Map.of());
        Locator row = desk.row(id);
        assertThat(row).containsText("answered 503");
        assertThat(row).containsText("waiting");

        row.getByRole(AriaRole.BUTTON, named("Try now")).click();

        assertThat(page.locator(".toolbar").getByRole(AriaRole.STATUS))
                .hasText("The attempt is due now");
        assertThat(row).containsText("delivered");
        assertEquals(3, desk.received(inbox).size());
    }

    @Test
    @Tag("proof")
    void aSubscriptionThatWaitsForItsEndpointIsShown(Page page) {
        Desk desk = open(page, "deliveries");
        desk.failing(inbox, 1_000);
        int id = desk.subscribe(resource, inbox, Map.of());
        Locator row = desk.row(inbox);
        assertThat(row).containsText("#" + id);
        assertThat(row).containsText("pending");
        desk.failing(inbox, 0);

        row.getByRole(AriaRole.BUTTON, named("Try now")).click();

        assertThat(row).containsText("validated");
    }

    @Test
    @Tag("proof")
    void thePoliciesAreAskedAndTheRuleIsShown(Page page) {
        Desk desk = open(page, "access");
        page.getByLabel("Who").selectOption("/user/20000001");
        page.getByLabel("Resource").fill("ttd-parking");
        page.getByLabel("Subject").fill("/party/50000001");
        desk.button("Ask").click();

        assertThat(page.locator(".status")).containsText("Permitted");
        assertThat(page.locator(".status")).containsText("rules[4]");

        page.getByLabel("Who").selectOption("/user/20000002");
        desk.button("Ask").click();

        assertThat(page.locator(".status")).containsText("Not permitted");
        assertThat(page.locator(".status tbody tr").nth(1)).containsText("subject");
        assertThat(desk.row("policies.json")).hasCount(1);
        assertThat(desk.row("parties.json")).hasCount(1);
    }

    @Test
    @Tag("proof")
    void anInboxShowsWhatComesAndLetsTheNextThreeFail(Page page) {
        Desk desk = open(page, "inboxes");
        desk.post(inbox, "first");
        desk.button(inbox).click();
        assertThat(page.locator(".requests li")).hasCount(1);

        desk.post(inbox, "second");
        assertThat(page.locator(".requests li").first()).containsText("second");
        desk.button("Fail the next 3").click();
        assertThat(page.locator("[data-view=inboxes]")).containsText("The next 3 requests");

        for (String body : List.of("1", "2", "3")) {
            assertEquals(503, desk.post(inbox, body));
        }
        assertEquals(200, desk.post(inbox, "4"));
    }

    @Test
    @Tag("proof")
    void olaLogsInToTheMessageBoxAndReadsAMessage(Page page) {
        Desk desk = open(page, "messages");
        desk.button("Log in as ola").click();
        Locator row = desk.row("Vedtak om båtplass");
        row.getByRole(AriaRole.BUTTON, named("Read")).click();

        assertThat(desk.card()).containsText("dette er en melding med æ, ø og å.");
    }

    @Test
    @Tag("proof")
    void everyLinkLeadsSomewhere(Page page) {
        open(page, "links");
        Locator links = page.locator(".links a");
        assertThat(links.filter(new Locator.FilterOptions().setHasText("Health"))).hasCount(1);
        assertThat(links.filter(new Locator.FilterOptions().setHasText("Maskinporten")).first())
                .isVisible();

        for (Locator link : links.all()) {
            URI address = base.resolve(link.getAttribute("href"));
            int status = Web.send(HttpRequest.newBuilder(address)).statusCode();
            assertTrue(status < 400, address + ": " + status);
        }
    }

    @Test
    @Tag("proof")
    void theBrowsersLanguageCountsUntilAnotherIsChosenWhichIsRemembered(Browser browser) {
        try (BrowserContext norwegian =
                browser.newContext(new Browser.NewContextOptions().setLocale("nb-NO"))) {
            Page page = norwegian.newPage();
            Desk desk = open(page, "events");
            assertThat(page.locator("h1")).hasText("Hendelser");
            assertThat(page.locator("html")).hasAttribute("lang", "nb");
            assertThat(desk.button("Publiser en hendelse")).isVisible();

            desk.button("English").click();
            assertThat(page.locator("h1")).hasText("Events");
            page.reload();

            assertThat(page.locator("h1")).hasText("Events");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    @Tag("proof")
    void anEventIsPublishedWithTheKeyboardAlone(Page page) {
        Desk desk = open(page, "login");
        tabTo(page, "Events");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Events");

        tabTo(page, "Publish an event");
        page.keyboard().press("Enter");
        assertThat(desk.card().locator("h2")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Published by")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(desk.card().getByRole(AriaRole.STATUS)).hasText("Published");
    }

    /** Presses Tab until what has the focus has this name. */
    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("document.activeElement.textContent"))) {
                return;
            }
        }
        throw new AssertionError("No Tab leads to " + name);
    }

    @Test
    @Tag("proof")
    void theFocusStaysWhereItIsWhileListsAreReadAgain(Page page) {
        Desk desk = open(page, "events");
        String id = desk.publish(resource, Map.of());
        Locator button = desk.row(id).getByRole(AriaRole.BUTTON, named("Who got it"));
        button.focus();

        String next = desk.publish(resource, Map.of());

        assertThat(desk.row(next)).isVisible();
        assertThat(button).isFocused();
    }

    @Test
    @Tag("proof")
    void textOfOthersIsNeverMarkup(Page page) {
        Desk desk = open(page, "events");
        desk.subscribe(resource, inbox, Map.of("typeFilter", MARKUP));
        String id = desk.publish(resource, Map.of("type", MARKUP, "subject", MARKUP));
        assertThat(desk.row(id)).containsText(MARKUP);
        desk.row(id).getByRole(AriaRole.BUTTON, named("Who got it")).click();
        assertThat(desk.card()).containsText("<img src=x onerror=");
        assertThat(page.locator("img")).hasCount(0);

        desk.open("deliveries");
        assertThat(desk.row(inbox)).containsText(MARKUP);
        assertThat(page.locator("img")).hasCount(0);

        desk.post(inbox, MARKUP);
        desk.open("inboxes");
        desk.button(inbox).click();
        assertThat(page.locator(".requests")).containsText(MARKUP);
        assertThat(page.locator("img")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("Inboxes"));
    }
}
