package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.cosmos.Documents.Stored;
import no.altinn.testing.json.Json;

import java.util.List;
import java.util.Optional;

/**
 * Answers requests for the changes of one container: the latest version of each changed document.
 * An entity tag says how far the client has read the feed.
 */
final class ChangeFeedHandler {
    private final KeyRanges ranges;
    private final Documents documents;

    ChangeFeedHandler(KeyRanges ranges, Documents documents) {
        this.ranges = ranges;
        this.documents = documents;
    }

    Answer answer(Request request) {
        Optional<String> feed = request.header().apply("A-IM");
        if (feed.filter("Incremental Feed"::equalsIgnoreCase).isEmpty()) {
            throw new Refusal(400, "This server reads documents by queries or by the change feed.");
        }
        long after =
                request.header().apply("If-None-Match").map(ChangeFeedHandler::position).orElse(0L);
        List<Stored> changed =
                documents.changedAfter(after).stream()
                        .filter(Scope.of(request, ranges))
                        .limit(request.limit())
                        .toList();
        if (changed.isEmpty()) {
            return Answers.empty(304, 1).with("etag", tag(after));
        }
        ObjectNode body = Json.object().put("_rid", "").put("_count", changed.size());
        ArrayNode array = body.putArray("Documents");
        changed.forEach(document -> array.add(document.json()));
        long last = changed.get(changed.size() - 1).change();
        return Answers.json(200, body).with("etag", tag(last));
    }

    private static long position(String tag) {
        try {
            return Long.parseLong(tag.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new Refusal(400, "The change feed has no such position: " + tag);
        }
    }

    private static String tag(long position) {
        return "\"" + position + "\"";
    }
}
