package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import no.altinn.acceptance.Tolerates;
import no.altinn.acceptance.WithBrowser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in, and that no token stays anywhere. */
@Tag("proof")
@ExtendWith({WithPortal.class, WithBrowser.class})
class PortalLoginTest {
    private static final String STORED =
            "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])";

    private PortalStub stub;
    private Page page;
    private PortalPage portal;

    @BeforeEach
    void open(Page page, PortalStub stub) {
        this.page = page;
        this.stub = stub;
        this.portal = new PortalPage(page, stub.base());
    }

    private void enter(String token) {
        portal.field("Altinn token").fill(token);
        portal.button("Use the token").click();
    }

    @Test
    void aPersonLogsInAtIdPortenAndComesToThePlaceThatWasAskedFor() {
        portal.open("#/subscriptions/17/catch-up");
        portal.button("Log in with ID-porten").click();

        assertThat(portal.heading()).hasText("Catch up");
        assertThat(portal.notice()).hasText("You are logged in as /user/20000001.");
        assertThat(page.url()).isEqualTo(stub.base() + "events/portal#/subscriptions/17/catch-up");
        String authorize =
                stub.asked().stream()
                        .filter(one -> one.startsWith("GET /idporten/authorize?"))
                        .findFirst()
                        .orElseThrow();
        assertThat(authorize)
                .contains("code_challenge_method=S256", "response_type=code", "client_id=portal")
                .contains("scope=openid+altinn%3Aenduser+altinn%3Aevents.subscribe");
        assertThat(stub.asked())
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .startsWith("POST /idporten/token ")
                                        .contains("code=the-code", "code_verifier="));
    }

    @Test
    void aLoginThatAnotherTabOrSiteBeganIsRefused() {
        portal.open("?code=stolen&state=forged");

        assertThat(portal.alarm())
                .hasText("The login with ID-porten was not completed. Try again.");
        assertThat(stub.asked()).noneMatch(one -> one.contains("/idporten/token"));
        assertThat(page.url()).isEqualTo(stub.base() + "events/portal");
    }

    @Test
    void aTokenIsKeptInMemoryAlone() {
        portal.open("");
        enter("Bearer " + PortalStub.TOKEN + "\n");

        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(stub.tokens()).contains("Bearer " + PortalStub.TOKEN);
        assertThat((String) page.evaluate(STORED)).doesNotContain(PortalStub.TOKEN);
        assertThat(stub.asked()).noneMatch(one -> one.contains(PortalStub.TOKEN));
        page.reload();
        assertThat(portal.heading()).hasText("Log in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.b", "a.b.c", "<script>.x.y"})
    void whatIsNoTokenIsNotSent(String text) {
        portal.open("");
        enter(text);

        assertThat(page.locator(".wrong")).containsText("three parts with dots");
        assertThat(portal.field("Altinn token")).hasAttribute("aria-invalid", "true");
        assertThat(portal.field("Altinn token")).isFocused();
        assertThat(stub.tokens()).isEmpty();
    }

    @Test
    void anOldTokenIsNotSent() {
        portal.open("");
        enter(PortalStub.token("{\"exp\":1}"));

        assertThat(page.locator(".wrong")).containsText("has expired");
        assertThat(stub.tokens()).isEmpty();
    }

    @Test
    @Tolerates(consoleErrors = "status of 401")
    void aTokenThatTheApiDoesNotTakeIsNoLogin() {
        portal.open("");
        stub.routes().refuse("GET /events/api/v1/subscriptions", 401, "");
        enter(PortalStub.TOKEN);

        assertThat(portal.alarm())
                .hasText("The service does not take this token. Get a new one, and try again.");
        assertThat(portal.heading()).hasText("Log in");
        assertThat(portal.field("Altinn token")).hasValue(PortalStub.TOKEN);
    }

    @Test
    @Tolerates(consoleErrors = "status of 401")
    void aBrowserThatIsNotLoggedInToAltinnIsTold() {
        portal.open("");
        stub.routes().refuse("GET /events/api/v1/subscriptions", 401, "");
        portal.button("Use the login to Altinn").click();

        assertThat(portal.alarm()).containsText("You are not logged in to Altinn in this browser.");
        assertThat(portal.heading()).hasText("Log in");
    }

    @Test
    void theCookieOfTheBrowserIsUsed() {
        portal.open("");
        portal.button("Use the login to Altinn").click();

        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(page.locator(".who")).containsText("the login to Altinn");
        assertThat(stub.tokens()).containsOnly("");
    }

    @Test
    @Tolerates(consoleErrors = "status of 401")
    void aLoginThatEndsIsToldAndTheReaderComesBackToTheSamePlace() {
        portal.openAs("/subscriptions/17/catch-up");
        stub.routes().refuse("POST /events/api/v1/subscriptions/17/retry", 401, "");
        portal.field("From").first().fill("2026-01-02T03:04");
        portal.button("Retry them").click();
        portal.answer("Begin");
        assertThat(portal.heading()).hasText("Log in");
        assertThat(portal.alarm()).hasText("The login has expired. Log in again.");

        page.locator("[data-caller]").click();

        assertThat(portal.heading()).hasText("Catch up");
    }

    @Test
    void aReaderWhoLogsOutIsForgotten() {
        portal.openAs("/subscriptions/17");
        portal.button("Log out").click();

        assertThat(portal.heading()).hasText("Log in");
        assertThat(portal.notice()).hasText("You are logged out.");
        portal.go("/subscriptions/17");
        assertThat(portal.heading()).hasText("Log in");
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        long soon = System.currentTimeMillis() / 1_000 + 120;
        portal.open("");
        enter(PortalStub.token("{\"urn:altinn:org\":\"ttd\",\"exp\":%d}".formatted(soon)));

        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(stub.asked())
                .anyMatch(one -> one.startsWith("GET /authentication/api/v1/refresh"));
    }

    @Test
    void aCallerWhomTheTestDataLacksIsTold() {
        portal.open("#/login?as=%2Forg%2Fnobody");

        assertThat(portal.alarm()).hasText("The test data has no caller /org/nobody.");
    }

    @Test
    void aPlaceToGoToIsAlwaysOneOfThePortal() {
        portal.open("#/login?as=%2Forg%2Fttd&to=https%3A%2F%2Fevil.example%2F");

        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(page.url()).isEqualTo(stub.base() + "events/portal#/");
    }

    @Test
    void thePageSpeaksNorwegianAndRemembersThat() {
        portal.open("");
        portal.button("Norsk").click();
        assertThat(portal.heading()).hasText("Logg inn");
        assertThat(portal.button("Norsk")).isFocused();
        page.reload();

        assertThat(portal.heading()).hasText("Logg inn");
        assertThat(page.locator("html")).hasAttribute("lang", "nb");
        assertThat(page).hasTitle("Logg inn – Hendelsesportalen");
    }
}
