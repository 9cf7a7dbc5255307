package no.altinn.local.webhooks;

import no.altinn.local.web.Html;

import java.util.Map;
import java.util.stream.Collectors;

/** The overview of all webhooks, for people. */
final class WebhooksPage {
    private static final int MOST_CHARACTERS = 2000;

    private WebhooksPage() {}

    static String render(Map<String, Inboxes.Summary> webhooks) {
        String rows =
                webhooks.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("\n"));
        return Html.page(
                "Webhooks",
                webhooks.isEmpty()
                        ? "<p>Nothing was received yet. POST to <code>/webhooks/any-name</code>.</p>"
                        : """
                        <table>
                        <caption>What was received, by name</caption>
                        <thead><tr><th scope="col">Name</th><th scope="col">Requests</th>
                        <th scope="col">Last at</th><th scope="col">Last body</th></tr></thead>
                        <tbody>
                        %s
                        </tbody>
                        </table>
                        """
                                .formatted(rows));
    }

    /** Names consist of letters, digits and a few signs that need no escape. */
    private static String row(String name, Inboxes.Summary webhook) {
        String body = webhook.newest().body();
        String shown =
                body.length() <= MOST_CHARACTERS ? body : body.substring(0, MOST_CHARACTERS) + "…";
        return """
        <tr><th scope="row"><a href="/webhooks/%1$s">%1$s</a></th><td>%2$d</td><td>%3$s</td>
        <td><pre tabindex="0">%4$s</pre></td></tr>"""
                .formatted(
                        name, webhook.count(), webhook.newest().receivedAt(), Html.escape(shown));
    }
}
