package no.altinn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import java.net.URI;

/** A help page in the browser, as a reader uses it. */
final class HelpClient {
    private final Page page;

    private HelpClient(Page page) {
        this.page = page;
    }

    /** Opens a page and waits until it shows operations. */
    static HelpClient open(Page page, URI address) {
        page.navigate(address.toString());
        return shown(page);
    }

    /** The page that the browser has gone to, once it shows operations. */
    static HelpClient shown(Page page) {
        assertThat(page.locator(".opblock").first()).isVisible();
        return new HelpClient(page);
    }

    /** What the page says has happened. */
    Locator message() {
        return page.locator("#messages p:visible");
    }

    void fill(String field, String value) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** An operation, open to be tried. */
    Operation operation(Described described) {
        Locator block =
                page.locator(
                        "[id=\"operations-%s-%s\"]".formatted(described.tag(), described.id()));
        if (block.locator(".opblock-body").count() == 0) {
            block.locator(".opblock-summary-control").click();
        }
        return new Operation(block);
    }

    /** One operation of the page. */
    record Operation(Locator block) {
        void set(String parameter, String value) {
            block.locator("tr[data-param-name=\"%s\"] input".formatted(parameter)).fill(value);
        }

        void setBody(String body) {
            block.locator("textarea.body-param__text").fill(body);
        }

        /** Calls the API and waits for the answer. */
        void execute() {
            block.locator("button.execute").click();
        }

        Locator status() {
            return block.locator(".live-responses-table tbody .response-col_status").first();
        }

        /** The body and headers of the answer. */
        Locator answer() {
            return block.locator(".live-responses-table tbody .response-col_description").first();
        }
    }
}
