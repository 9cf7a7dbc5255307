package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import no.altinn.acceptance.Tolerates;
import no.altinn.acceptance.WithBrowser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/** A subscriber finds deliveries, sends them again, and follows how far that has come. */
@Tag("proof")
@ExtendWith({WithPortal.class, WithBrowser.class})
class PortalDeliveriesTest {
    private static final String BELOW = "/events/api/v1/subscriptions/17/";
    private static final int ROUND_MILLIS = 5_000;

    private PortalStub stub;
    private Page page;
    private PortalPage portal;

    @BeforeEach
    void open(Page page, PortalStub stub) {
        this.page = page;
        this.stub = stub;
        this.portal = new PortalPage(page, stub.base());
    }

    private boolean isAsked(String start) {
        return stub.asked().stream().anyMatch(one -> one.startsWith(start));
    }

    @Test
    void anEventThatItsReceiverRejectedIsNotShownAsDelivered() {
        stub.routes()
                .refuse(
                        "GET " + BELOW + "deliveries/rejected",
                        200,
                        "{\"id\":\"rejected\",\"eventId\":\"event-1\",\"status\":\"dead\",\"attempts\":["
                                + "{\"number\":1,\"error\":\"rejected by the receiver\","
                                + "\"trigger\":\"schedule\"}]}");
        portal.openAs("/subscriptions/17/deliveries/rejected");

        assertThat(page.locator(".history")).containsText("Not acknowledged");
        assertThat(page.locator(".history")).containsText("rejected by the receiver");
        assertThat(page.locator(".history")).not().containsText("Delivered");
        assertThat(page.locator("main")).containsText("The event was rejected");
    }

    @Test
    void deliveriesAreChosenByTheirStatusAndEventAndTime() {
        portal.openAs("/subscriptions/17/deliveries");
        page.locator("summary").click();
        portal.field("Given up").check();
        portal.field("Event id").fill(" an event&id ");
        portal.field("Made from").fill("2026-01-02T03:04");
        portal.button("Show").click();

        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(portal.field("Event id")).hasValue("an event&id");
        assertThat(portal.field("Made from")).hasValue("2026-01-02T03:04");
        page.waitForCondition(
                () ->
                        isAsked(
                                "GET "
                                        + BELOW
                                        + "deliveries?size=25&status=dead"
                                        + "&eventId=an+event%26id&from=2026-01-02T"));
        portal.link("Clear").click();
        assertThat(page.locator("tbody tr")).hasCount(7);
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsNotAskedFor() {
        portal.openAs("/subscriptions/17/deliveries");
        page.locator("summary").click();
        portal.field("Made from").fill("2026-01-02T03:04");
        portal.field("Made before").fill("2026-01-01T03:04");

        portal.button("Show").click();

        assertThat(page.locator(".wrong")).containsText("must be before");
        assertThat(page.locator("input:focus")).hasValue("2026-01-02T03:04");
        assertThat(isAsked("GET " + BELOW + "deliveries?size=25&from")).isFalse();
    }

    @Test
    void thePageThatFollowsIsShownAndTheFirstAgain() {
        portal.openAs("/subscriptions/17/deliveries");

        portal.button("Next page").click();
        assertThat(portal.link("To the newest")).isVisible();
        assertThat(page.locator("tbody")).containsText("U+202Egpj.exe");
        page.waitForCondition(() -> isAsked("GET " + BELOW + "deliveries?size=25&after=%7E2"));
        assertThat(portal.button("Next page")).hasCount(0);

        page.goBack();
        assertThat(portal.button("Next page")).isVisible();
    }

    @Test
    void aDeliveryIsTriedAgain() {
        portal.openAs("/subscriptions/17/deliveries/" + CannedDeliveries.DEAD_DELIVERY);
        assertThat(page.locator(".history li")).hasCount(6);

        portal.button("Try again now").click();

        assertThat(portal.notice()).hasText("The delivery is tried again now.");
        assertThat(page.locator(".badge-line")).containsText("Waits for an attempt");
    }

    @Test
    @Tolerates(consoleErrors = "status of 409")
    void aDeliveryThatWaitsAlreadyIsNotTriedAgain() {
        portal.openAs("/subscriptions/17/deliveries/" + CannedDeliveries.idOf("held"));

        portal.button("Try again now").click();

        assertThat(portal.alarm())
                .hasText("That did not work: The delivery is waiting for its attempt already.");
    }

    @Test
    void answersAreErasedAfterAQuestion() {
        portal.openAs("/subscriptions/17/deliveries/" + CannedDeliveries.DEAD_DELIVERY);
        portal.button("Erase the answers").click();
        portal.answer("Erase the answers");

        assertThat(portal.notice()).hasText("The answers are erased.");
        assertThat(page.locator(".history pre")).hasCount(0);
        assertThat(portal.button("Erase the answers")).hasCount(0);
    }

    @Test
    void whatIsGivenUpIsRetriedFromATimeOn() {
        portal.openAs("/subscriptions/17/catch-up");
        portal.button("Retry them").click();
        assertThat(page.locator(".wrong").first()).hasText("Fill in from which time.");
        portal.field("From").first().fill("2026-01-02T03:04");
        portal.button("Retry them").click();

        portal.answer("Begin");

        assertThat(portal.notice()).containsText("The job has begun.");
        JsonNode body = stub.lastBody("POST " + BELOW + "retry");
        assertThat(Instant.parse(body.path("since").asText())).isNotNull();
        assertThat(body.properties()).hasSize(1);
    }

    @Test
    void eventsAreReplayedByTypeAndSubject() {
        portal.openAs("/subscriptions/17/catch-up");
        portal.field("From").last().fill("2026-01-02T03:04");
        portal.field("Until (optional)").last().fill("2026-01-03T03:04");
        portal.field("Types (optional)").fill("a.b\n\n c.d ");
        portal.field("Subject (optional)").fill("/party/1");
        portal.field("Only what is not delivered").uncheck();
        portal.button("Replay").click();
        assertThat(portal.dialog()).containsText("The receiver must stand duplicates.");

        portal.answer("Begin");

        assertThat(page.locator(".jobs tbody tr")).hasCount(3);
        JsonNode body = stub.lastBody("POST " + BELOW + "replay");
        assertThat(body.path("type").toString()).isEqualTo("[\"a.b\",\"c.d\"]");
        assertThat(body.path("subject").asText()).isEqualTo("/party/1");
        assertThat(body.path("onlyMissing").asBoolean(true)).isFalse();
        assertThat(body.has("from") && body.has("to")).isTrue();
    }

    @Test
    void theProgressOfAJobIsFollowedUntilItIsStopped() {
        page.clock().install();
        portal.openAs("/subscriptions/17/catch-up");
        assertThat(page.locator(".jobs")).containsText("420 examined, 390 sent");
        stub.routes().progress("job-1", 900);
        page.clock().fastForward(ROUND_MILLIS);
        assertThat(page.locator(".jobs")).containsText("900 examined");

        portal.button("Stop: Replay").click();
        portal.answer("Stop the job");

        assertThat(portal.notice()).hasText("The job is stopped.");
        assertThat(portal.button("Stop: Replay")).hasCount(0);
    }

    @Test
    void allAnswersAreErasedByAJob() {
        portal.openAs("/subscriptions/17/catch-up");
        portal.button("Erase all answers").click();
        portal.answer("Erase all answers");

        assertThat(page.locator(".jobs")).containsText("Erasing answers");
    }

    @Test
    @Tolerates(consoleErrors = "status of 503")
    void whatIsShownStaysWhereItCannotBeRenewed() {
        page.clock().install();
        portal.openAs("/subscriptions/17/deliveries");
        assertThat(page.locator("tbody tr")).hasCount(7);
        stub.routes().refuse("GET " + BELOW + "deliveries", 503, "{}");
        page.clock().fastForward(ROUND_MILLIS);

        assertThat(page.locator("main .alert")).containsText("cannot be updated now");
        assertThat(page.locator("tbody tr")).hasCount(7);
        stub.routes().allow("GET " + BELOW + "deliveries");
        page.clock().fastForward(ROUND_MILLIS);
        assertThat(page.locator("main .alert")).hasCount(0);
    }
}
