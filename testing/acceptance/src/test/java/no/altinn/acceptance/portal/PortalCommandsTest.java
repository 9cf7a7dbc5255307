package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import no.altinn.acceptance.Tolerates;
import no.altinn.acceptance.WithBrowser;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a subscriber does with a subscription, and what the API is asked for it. */
@Tag("proof")
@ExtendWith({WithPortal.class, WithBrowser.class})
class PortalCommandsTest {
    private static final String SUBSCRIPTION = "/events/api/v1/subscriptions/17";

    private PortalStub stub;
    private Page page;
    private PortalPage portal;

    @BeforeEach
    void open(Page page, PortalStub stub) {
        this.page = page;
        this.stub = stub;
        this.portal = new PortalPage(page, stub.base());
    }

    private long asked(String methodAndPath) {
        return stub.asked().stream().filter(one -> one.startsWith(methodAndPath)).count();
    }

    @Test
    void sendingIsPausedAndResumed() {
        portal.openAs("/subscriptions/17");
        portal.button("Pause").click();
        assertThat(portal.notice()).hasText("The subscription is paused.");
        assertThat(page.locator(".badge-line")).containsText("Paused");

        portal.button("Resume").click();

        assertThat(portal.notice()).hasText("The subscription is going again.");
        assertThat(page.locator(".badge-line")).containsText("Active");
        assertThat(stub.lastBody("POST " + SUBSCRIPTION + "/resume")).isEqualTo(Json.object());
    }

    @Test
    void whatIsHeldIsDiscardedOnlyWhereTheSubscriberSaysSo() {
        portal.openAs("/subscriptions/18");
        portal.button("Resume").click();
        assertThat(portal.dialog()).containsText("Held deliveries: 240.");
        portal.answer("Cancel");
        assertThat(asked("POST /events/api/v1/subscriptions/18/resume")).isZero();

        portal.button("Resume").click();
        portal.field("Discard what is held. This cannot be undone.").check();
        portal.answer("Resume");

        assertThat(portal.notice()).hasText("The subscription is going again.");
        assertThat(stub.lastBody("POST /events/api/v1/subscriptions/18/resume"))
                .isEqualTo(Json.object().put("discard", true));
    }

    @Test
    void aTestIsSentAndItsAnswerShown() {
        portal.openAs("/subscriptions/17");

        portal.button("Send a test").click();

        assertThat(page.locator(".tested"))
                .hasText("The receiver answered 200 in 87 ms. The test is delivered.");
    }

    @Test
    @Tolerates(consoleErrors = "status of 409")
    void aRefusalOfTheApiIsShownInItsOwnWords() {
        portal.openAs("/subscriptions/17");
        stub.routes()
                .refuse(
                        "POST " + SUBSCRIPTION + "/pause",
                        409,
                        "{\"detail\":\"The subscription is stopped.\"}");

        portal.button("Pause").click();

        assertThat(portal.alarm()).hasText("That did not work: The subscription is stopped.");
    }

    @Test
    @Tolerates(consoleErrors = "status of 404")
    void aSubscriptionThatIsNotThereIsTold() {
        stub.routes()
                .refuse(
                        "GET /events/api/v1/subscriptions/4711",
                        404,
                        "{\"detail\":\"There is no subscription with this id.\"}");
        portal.openAs("/subscriptions/4711");

        assertThat(page.locator(".alert").last())
                .hasText("That did not work: It does not exist, or has been removed.");
        assertThat(page.locator(".health")).isHidden();
    }

    @Test
    @Tolerates(consoleErrors = "status of 503")
    void aSubscriptionIsShownAndSteeredWithoutItsFigures() {
        stub.routes().refuse("GET " + SUBSCRIPTION + "/statistics", 503, "{}");
        portal.openAs("/subscriptions/17");

        assertThat(page.locator("main .alert")).containsText("The service is busy.");
        assertThat(page.locator(".facts").first()).containsText("https://receiver.example");
        portal.button("Pause").click();
        assertThat(portal.notice()).hasText("The subscription is paused.");
    }

    @Test
    void theRateIsSetAndTakenAway() {
        portal.openAs("/subscriptions/17");
        portal.field("Most a minute").fill("70000");
        portal.button("Save the rate").click();
        assertThat(page.locator(".wrong")).containsText("from 1 to 60,000");
        assertThat(asked("PUT")).isZero();

        portal.field("Most a minute").fill("60,000");
        portal.button("Save the rate").click();
        assertThat(page.locator(".facts").first()).containsText("60,000 a minute");

        portal.field("Most a minute").fill("600");
        portal.button("Save the rate").click();
        assertThat(portal.notice()).hasText("The rate is saved.");
        assertThat(page.locator(".facts").first()).containsText("600 a minute");
        portal.field("Most a minute").fill("");
        portal.button("Save the rate").click();

        assertThat(page.locator(".facts").first()).containsText("No limit");
        assertThat(stub.lastBody("PUT " + SUBSCRIPTION + "/rate").path("ratePerMinute").isNull())
                .isTrue();
    }

    @Test
    void aSubscriptionIsRemovedAfterAQuestion() {
        portal.openAs("/subscriptions/17");
        portal.button("Remove the subscription").click();
        portal.answer("Cancel");
        assertThat(asked("DELETE")).isZero();

        portal.button("Remove the subscription").click();
        portal.answer("Remove the subscription");

        assertThat(portal.heading()).hasText("Subscriptions");
        assertThat(portal.notice()).hasText("Subscription 17 is removed.");
        assertThat(portal.link("Subscription 17")).hasCount(0);
    }

    @Test
    void aSubscriptionIsMade() {
        portal.openAs("/new");
        portal.field("Address").fill("https://receiver.example/new");
        portal.field("Resource").fill("urn:altinn:resource:ttd-parking");
        portal.field("Filter expressions in JSON (optional)").fill("[{");
        portal.button("Make the subscription").click();
        assertThat(page.locator(".wrong")).containsText("is not valid JSON");
        assertThat(asked("POST")).isZero();

        portal.field("Filter expressions in JSON (optional)")
                .fill("[{\"exact\":{\"type\":\"a\"}}]");
        portal.button("Make the subscription").click();

        assertThat(portal.heading()).hasText("Subscription 99");
        assertThat(portal.notice()).hasText("Subscription 99 is made.");
        assertThat(stub.lastBody("POST /events/api/v1/subscriptions"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"endPoint": "https://receiver.example/new",
                                 "resourceFilter": "urn:altinn:resource:ttd-parking",
                                 "filters": [{"exact": {"type": "a"}}]}"""));
    }

    @Test
    void aPullSubscriptionHasNoAddress() {
        portal.openAs("/new");
        portal.field("I pull them myself").check();
        assertThat(portal.field("Address")).isHidden();
        portal.field("Resource").fill("urn:altinn:resource:ttd-parking");

        portal.button("Make the subscription").click();

        assertThat(portal.heading()).hasText("Subscription 99");
        assertThat(stub.lastBody("POST /events/api/v1/subscriptions"))
                .isEqualTo(
                        Json.object()
                                .put("deliveryMode", "pull")
                                .put("resourceFilter", "urn:altinn:resource:ttd-parking"));
    }

    @Test
    @Tolerates(consoleErrors = "status of 400")
    void aTextOfTheApiThatIsAJsonStringIsShown() {
        portal.openAs("/new");
        stub.routes()
                .refuse(
                        "POST /events/api/v1/subscriptions",
                        400,
                        "\"Invalid CESQL expression: <b>\"");

        portal.button("Make the subscription").click();

        assertThat(page.locator(".wrong"))
                .hasText("That did not work: Invalid CESQL expression: <b>");
    }

    @Test
    @Tolerates(consoleErrors = "status of 400")
    void allThatProblemDetailsFindWrongIsShown() {
        portal.openAs("/new");
        stub.routes()
                .refuse(
                        "POST /events/api/v1/subscriptions",
                        400,
                        "{\"detail\":\"One or more validation errors occurred.\",\"errors\":"
                                + "{\"RequestBody\":[\"'filters' must be a list.\"]}}");

        portal.button("Make the subscription").click();

        assertThat(page.locator(".wrong")).hasText("That did not work: 'filters' must be a list.");
    }
}
