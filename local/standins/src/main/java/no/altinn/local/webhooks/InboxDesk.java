package no.altinn.local.webhooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.platform.http.Answer;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The inboxes as the start page shows them, again and again: the latest ones, and of one the newest
 * requests, without headers, and bodies cut. Thread-safe.
 */
final class InboxDesk {
    /** How many inboxes are listed. */
    static final int MOST_INBOXES = 50;

    /** How many requests of an inbox are listed. */
    static final int MOST_REQUESTS = 20;

    /** How many characters of a body are shown. */
    static final int MOST_CHARACTERS = 4_000;

    private final Inboxes inboxes;

    InboxDesk(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    Handler handler() {
        return Endpoints.builder()
                .get("/local/inboxes", OwnPages.only(request -> list()))
                .route(
                        "GET",
                        "/local/inboxes/{name}",
                        OwnPages.only((request, path) -> one(path.get("name"))))
                .build();
    }

    private Answer list() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("inboxes");
        inboxes.summaries().entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, Inboxes.Summary> one) ->
                                                one.getValue().newest().receivedAt())
                                .reversed())
                .limit(MOST_INBOXES)
                .forEach(one -> list.add(summary(one.getKey(), one.getValue())));
        return Answers.json(json.toString());
    }

    private static ObjectNode summary(String name, Inboxes.Summary inbox) {
        return Json.object()
                .put("name", name)
                .put("count", inbox.count())
                .put("lastAt", inbox.newest().receivedAt().toString());
    }

    private Answer one(String name) {
        List<ReceivedRequest> requests = inboxes.requests(name);
        Behaviour behaviour = inboxes.behaviour(name);
        ObjectNode json =
                Json.object()
                        .put("name", name)
                        .put("count", requests.size())
                        .put("status", behaviour.times() == 0 ? 200 : behaviour.status())
                        .put("delayMs", behaviour.times() == 0 ? 0 : behaviour.delayMs())
                        .put("times", behaviour.times())
                        .put("words", behaviour.inWords());
        ArrayNode list = json.putArray("requests");
        for (int i = requests.size() - 1; i >= Math.max(0, requests.size() - MOST_REQUESTS); i--) {
            list.add(shown(requests.get(i)));
        }
        return Answers.json(json.toString());
    }

    private static ObjectNode shown(ReceivedRequest request) {
        String body = request.body();
        boolean isCut = body.length() > MOST_CHARACTERS;
        return Json.object()
                .put("receivedAt", request.receivedAt().toString())
                .put("method", request.method())
                .put("body", isCut ? body.substring(0, MOST_CHARACTERS) : body)
                .put("isCut", isCut);
    }
}
