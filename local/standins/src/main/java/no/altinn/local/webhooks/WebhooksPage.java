package no.altinn.local.webhooks;

import no.altinn.local.web.PageTemplate;

import java.util.List;
import java.util.Map;

/** The overview of all webhooks, for people. */
final class WebhooksPage {
    private static final int MOST_CHARACTERS = 2000;
    private static final PageTemplate PAGE = PageTemplate.beside(WebhooksPage.class, "webhooks");

    private WebhooksPage() {}

    static String render(Map<String, Inboxes.Summary> webhooks) {
        List<Map<String, Object>> rows =
                webhooks.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList();
        return PAGE.render(Map.of("isEmpty", rows.isEmpty(), "webhooks", rows));
    }

    private static Map<String, Object> row(String name, Inboxes.Summary webhook) {
        String body = webhook.newest().body();
        String shown =
                body.length() <= MOST_CHARACTERS ? body : body.substring(0, MOST_CHARACTERS) + "…";
        return Map.of(
                "name",
                name,
                "count",
                webhook.count(),
                "lastAt",
                webhook.newest().receivedAt(),
                "lastBody",
                shown);
    }
}
