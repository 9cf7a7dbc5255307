package no.altinn.local.webhooks;

import no.altinn.local.web.PageTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One webhook's newest requests, for people. */
final class InboxPage {
    private static final int MOST_REQUESTS = 50;
    private static final PageTemplate PAGE = PageTemplate.beside(InboxPage.class, "inbox");

    private InboxPage() {}

    /**
     * The page.
     *
     * @param requests the oldest first
     * @param behaviour how the next request will be answered
     */
    static String render(String name, List<ReceivedRequest> requests, Behaviour behaviour) {
        int older = Math.max(0, requests.size() - MOST_REQUESTS);
        List<Map<String, Object>> newestFirst = new ArrayList<>();
        for (int i = requests.size() - 1; i >= older; i--) {
            newestFirst.add(row(requests.get(i)));
        }
        return PAGE.render(
                Map.of(
                        "name",
                        name,
                        "count",
                        requests.size(),
                        "behaviour",
                        behaviour.inWords(),
                        "isEmpty",
                        requests.isEmpty(),
                        "hasOlder",
                        older > 0,
                        "older",
                        older,
                        "requests",
                        newestFirst));
    }

    private static Map<String, Object> row(ReceivedRequest request) {
        String headers =
                new TreeMap<>(request.headers())
                        .entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue())
                                .collect(Collectors.joining("\n"));
        return Map.of(
                "method",
                request.method(),
                "receivedAt",
                request.receivedAt(),
                "headers",
                headers,
                "body",
                PrettyBody.of(request.body()));
    }
}
