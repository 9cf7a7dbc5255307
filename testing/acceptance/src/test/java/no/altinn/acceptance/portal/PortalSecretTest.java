package no.altinn.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import no.altinn.acceptance.WithBrowser;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

/** The key that signs: seen when it is asked for, and rotated after a question. */
@Tag("proof")
@ExtendWith({WithPortal.class, WithBrowser.class})
class PortalSecretTest {
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
    void theSecretIsHiddenUntilItIsAskedForAndCopied(BrowserContext context) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        portal.openAs("/subscriptions/17/secret");
        assertThat(page.locator(".key")).hasAttribute("data-state", "hidden");
        assertThat(asked("GET " + SUBSCRIPTION + "/secret")).isZero();

        portal.button("Show the secret").click();
        assertThat(page.locator(".key pre")).hasText(CannedApi.SECRET);
        portal.button("Copy").click();
        assertThat(page.locator(".copied").first()).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(CannedApi.SECRET);

        portal.button("Hide the secret").click();
        assertThat(page.locator("main")).not().containsText(CannedApi.SECRET);
    }

    @Test
    void theKeyIsRotatedAfterAQuestionAndTheCodeFollowsTheScheme() {
        portal.openAs("/subscriptions/17/secret");
        assertThat(page.locator("main")).containsText("npm install standardwebhooks");
        portal.field("The old one signs along for").selectOption("0");
        portal.field("Signature").selectOption("v1a");
        portal.button("Rotate the key").click();
        assertThat(portal.dialog()).containsText("The old key ends at once");

        portal.answer("Rotate the key");

        assertThat(portal.notice()).containsText("The key is rotated.");
        assertThat(stub.lastBody("POST " + SUBSCRIPTION + "/secret/rotate"))
                .isEqualTo(Json.object().put("overlapSeconds", 0).put("scheme", "v1a"));
        assertThat(page.locator(".key")).hasAttribute("data-state", "hidden");
        assertThat(page.locator("main")).containsText("createPublicKey");
        portal.button("Show the secret").click();
        assertThat(page.locator(".key")).containsText("signing-keys/set");
    }

    @Test
    void withoutAnotherSchemeTheOldOneIsKept() {
        portal.openAs("/subscriptions/17/secret");
        portal.button("Rotate the key").click();
        portal.answer("Rotate the key");

        assertThat(portal.notice()).containsText("The key is rotated.");
        assertThat(stub.lastBody("POST " + SUBSCRIPTION + "/secret/rotate"))
                .isEqualTo(Json.object().put("overlapSeconds", 86_400));
    }
}
