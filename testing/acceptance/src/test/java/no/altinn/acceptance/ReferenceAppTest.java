package no.altinn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import no.altinn.local.LocalPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page of {@code docs/reference-app}, from an origin of its own: CORS, the cookie and the login
 * at ID-porten as a real browser takes them.
 */
@ExtendWith({WithPlatform.class, WithBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceAppTest {
    private static final Path APP = Path.of("..", "..", "docs", "reference-app");

    private final URI base;
    private StaticSite site;

    ReferenceAppTest(LocalPlatform platform) {
        this.base = platform.base();
    }

    @BeforeAll
    void start() {
        site = StaticSite.of(APP);
        site.serve(Map.of("config.js", config(keyFor(site.origin()))));
        // New origins are in force within ten seconds.
        await().atMost(Duration.ofSeconds(30)).until(() -> isAllowed(site.origin()));
    }

    private boolean isAllowed(String origin) {
        return Web.send(
                                HttpRequest.newBuilder(base.resolve("api/my/messages"))
                                        .header("Origin", origin)
                                        .header("Access-Control-Request-Method", "GET")
                                        .method("OPTIONS", BodyPublishers.noBody()))
                        .statusCode()
                == 204;
    }

    @AfterAll
    void stop() {
        site.close();
    }

    private String config(String key) {
        return """
               export const api = '%sapi';
               export const apiKey = '%s';
               """
                .formatted(base, key);
    }

    /** The key of a new application with this origin. */
    private String keyFor(String origin) {
        String application =
                """
                {"Name": "Reference", "OrganizationNumber": "991825827", "Origins": ["%s"],
                 "Grants": ["Message.read", "Message.write"]}"""
                        .formatted(origin);
        return Web.json(
                        Web.send(
                                HttpRequest.newBuilder(base.resolve("api/private/applications"))
                                        .header("Content-Type", "application/json")
                                        .header(
                                                "PlatformAccessToken",
                                                Web.token(
                                                        base,
                                                        "GetPlatformAccessToken?env=local&app=test"))
                                        .POST(BodyPublishers.ofString(application))),
                        201)
                .required("ApiKey")
                .asText();
    }

    private void logIn(Page page) {
        page.navigate(site.base().toString());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ID-porten")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Person A")).click();
        assertThat(page).hasURL(site.base().toString());
        assertThat(page.locator("#messages li").first()).isVisible();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    @Test
    @Tolerates(consoleErrors = "status of 401")
    void whoLogsInAtIdPortenReadsAMessage(Page page) {
        logIn(page);
        page.locator("#messages button").first().click();

        assertThat(page.locator("#message-title")).not().isEmpty();
        assertThat(page.locator("#message-facts")).containsText("Status");
        assertThat(page.locator("#message")).isFocused();
        assertThat(page.locator("#error")).isEmpty();
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = "status of 401")
    void whoLogsInSendsInAForm(Page page) {
        logIn(page);
        int before = page.locator("#messages li").count();
        page.getByLabel("Navn").fill("Åse & <Ola>");
        press(page, "Send inn");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Skjemaet er sendt inn.");
        assertThat(page.locator("#message-facts"))
                .containsText(Pattern.compile("arkivert", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("#messages li")).hasCount(before + 1);
        assertThat(page.locator("#error")).isEmpty();
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = {"status of 401", "status of 400"})
    void whatTheApiRefusesIsShownInItsWords(Page page) {
        logIn(page);
        page.getByLabel("Navn").fill("\u0001");
        press(page, "Send inn");

        assertThat(page.getByRole(AriaRole.ALERT)).not().isEmpty();
        assertThat(page.getByRole(AriaRole.STATUS)).isEmpty();
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = "status of 401")
    void whoLogsOutIsOut(Page page) {
        logIn(page);
        press(page, "Logg ut");
        assertThat(page.locator("#log-in")).isVisible();
        page.reload();

        assertThat(page.locator("#log-in")).isVisible();
        assertThat(page.locator("#box")).isHidden();
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.equals(".ASPXAUTH"));
    }

    @Test
    @Tag("proof")
    @Tolerates(consoleErrors = {"status of 401", "CORS policy", "net::ERR_FAILED"})
    void aPageOfAnotherOriginGetsNoAnswerThoughItHasTheKeyAndTheCookie(Page page) {
        logIn(page);
        try (StaticSite other = StaticSite.of(APP)) {
            other.serve(Map.of("config.js", config(keyFor("https://elsewhere.example"))));
            page.navigate(other.base().toString());

            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Failed to fetch");
            assertThat(page.locator("#box")).isHidden();
        }
    }

    @Test
    void asItIsThePageUsesTheLocalPlatformAndTheKeyOfItsOrigin() throws IOException {
        String config = Files.readString(APP.resolve("config.js"));
        String readme = Files.readString(APP.resolve("README.md"));

        assertThat(config)
                .contains("http://localhost:7071/api", "33333333-3333-3333-3333-333333333333");
        assertThat(readme).contains("http://localhost:8080");
    }
}
