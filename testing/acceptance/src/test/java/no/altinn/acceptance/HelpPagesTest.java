package no.altinn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;

import no.altinn.local.LocalPlatform;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;

/** The help pages with their test clients, in a real browser. */
@ExtendWith({WithPlatform.class, WithBrowser.class})
class HelpPagesTest {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";
    private static final String REST = "api/help";
    private static final String EVENTS = "events/api/v1/help";
    private static final Pattern OK = Pattern.compile("^\\s*200");

    private final URI base;

    HelpPagesTest(LocalPlatform platform) {
        this.base = platform.base();
    }

    private HelpClient open(Page page, String address) {
        return HelpClient.open(page, base.resolve(address));
    }

    private JsonNode restDocument() {
        return Web.json(base.resolve("api/help/openapi.json"));
    }

    private Described messages() {
        return Described.of(restDocument(), "get", "/{who}/messages");
    }

    private static HelpClient.Operation readMessages(HelpClient help, Described messages) {
        HelpClient.Operation operation = help.operation(messages);
        operation.set("who", "my");
        operation.execute();
        return operation;
    }

    @ParameterizedTest
    @Tag("proof")
    @ValueSource(strings = {REST, "api/serviceowner/help", EVENTS, "authentication/api/v1/help"})
    void everyHelpPageShowsItsOperationsAndIsLinkedFromTheLocalPage(String address, Page page) {
        page.navigate(base.resolve("docs").toString());
        page.locator("a[href='/" + address + "']").click();

        HelpClient.shown(page);

        assertThat(page).hasURL(base.resolve(address).toString());
        assertThat(page.locator("#test-callers button").first()).isVisible();
    }

    @Test
    void aPersonLogsInWithAPasswordAndReadsTheBox(Page page) {
        HelpClient help = open(page, REST);
        help.fill("ApiKey", KEY);
        help.fill("User name", "ola");
        help.fill("Password", "Passord-A1");
        help.press("Log in");
        assertThat(help.message()).containsText("You are logged in.");

        HelpClient.Operation read = readMessages(help, messages());

        assertThat(read.status()).hasText(OK);
        assertThat(read.answer()).containsText("MessageId");
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = "status of 401")
    void aWrongPasswordIsToldInTheWordsOfTheApi(Page page) {
        HelpClient help = open(page, REST);
        help.fill("User name", "nobody");
        help.fill("Password", "wrong");
        help.press("Log in");

        assertThat(help.message()).containsText("Invalid user name or password");
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = "status of 401")
    void aPersonLogsInAtIdPortenAndOutAgain(Page page) {
        HelpClient before = open(page, REST);
        before.fill("ApiKey", KEY);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ID-porten")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Person A")).click();
        HelpClient help = HelpClient.shown(page);
        assertThat(help.message()).containsText("You are back from ID-porten.");

        HelpClient.Operation read = readMessages(help, messages());
        assertThat(read.status()).hasText(OK);

        help.press("Log out");
        assertThat(help.message()).containsText("You are logged out.");
        read.execute();
        assertThat(read.status()).hasText(Pattern.compile("^\\s*401"));
    }

    @Test
    @Tag("proof")
    void theAnswerHasTheFormThatWasChosen(Page page) {
        HelpClient help = open(page, REST);
        page.getByLabel("Accept").selectOption("application/hal+xml");
        HelpClient.Operation metadata =
                help.operation(Described.of(restDocument(), "get", "/metadata/roledefinitions"));

        Request sent =
                page.waitForRequest(
                        Pattern.compile("/metadata/roledefinitions"), metadata::execute);

        assertEquals("application/hal+xml", sent.headerValue("Accept"));
        assertThat(metadata.status()).hasText(OK);
        assertThat(metadata.answer()).containsText("<resource");
    }

    @Test
    @Tag("proof")
    void aServiceOwnerPublishesAnEventWithATokenOfOneClick(Page page) {
        HelpClient help = open(page, EVENTS);
        help.press("ttd");
        assertThat(help.message()).containsText("ttd");
        HelpClient.Operation publish =
                help.operation(
                        Described.of(
                                Web.json(base.resolve("events/api/v1/openapi.json")),
                                "post",
                                "/events"));
        publish.setBody(
                """
                {"specversion": "1.0", "id": "%s", "source": "https://ttd.no/help",
                 "type": "help.tried", "resource": "urn:altinn:resource:ttd-help",
                 "subject": "/party/50000001"}"""
                        .formatted(UUID.randomUUID()));
        publish.execute();

        assertThat(publish.status()).hasText(OK);
    }

    @Test
    @Tag("proof")
    void whatIsEnteredIsKeptInTheTabAlone(Page page) {
        HelpClient help = open(page, REST);
        help.fill("ApiKey", KEY);
        page.reload();
        HelpClient.shown(page);

        assertThat(page.getByLabel("ApiKey")).hasValue(KEY);
        assertEquals(0, page.evaluate("localStorage.length"));
        Page other = page.context().newPage();
        open(other, REST);
        assertThat(other.getByLabel("ApiKey")).hasValue("");
    }

    @Test
    @Tag("proof")
    void thePageSpeaksNorwegianAndRemembersThat(Page page) {
        HelpClient help = open(page, REST);
        assertThat(page.locator("header h1")).hasText("Help: the REST API", visibleText());
        help.press("Norsk");
        page.reload();
        HelpClient.shown(page);

        assertThat(page.locator("header h1")).hasText("Hjelp: REST-API-et", visibleText());
        assertThat(page).hasTitle("Hjelp: REST-API-et");
        assertThat(page.locator("html")).hasAttribute("lang", "nb");
    }

    private static HasTextOptions visibleText() {
        return new HasTextOptions().setUseInnerText(true);
    }

    @Test
    @Tag("proof")
    void thePageIsUsedWithTheKeyboardAlone(Page page) {
        open(page, REST);
        page.getByLabel("ApiKey").focus();
        page.keyboard().type(KEY);
        page.keyboard().press("Tab");
        page.keyboard().type("ola");
        page.keyboard().press("Tab");
        page.keyboard().type("Passord-A1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#messages p:visible")).containsText("You are logged in.");

        page.locator(".opblock-summary-control").first().focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("button.execute").first()).isVisible();
    }

    @Test
    @Tag("proof")
    void oldAddressesOfOperationsLeadToThem(Page page) {
        Described message = Described.of(restDocument(), "get", "/{who}/messages/{id}");
        HelpClient.open(
                page, base.resolve("api/Help/Api/GET-who-messages-messageId_language_markAsRead"));

        assertThat(page)
                .hasURL(base.resolve("api/help#/" + message.tag() + "/" + message.id()).toString());
        assertThat(page.locator(".opblock.is-open .opblock-summary-path"))
                .hasText(Pattern.compile("/\\{who}/messages/\\{id}"));
    }
}
