package no.altinn.local.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.web.CaselessJson;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

/**
 * How a webhook answers. Immutable.
 *
 * @param status 200 to 599
 * @param delayMs how long it waits before it answers, 0 to 600 000
 * @param times how many requests are answered so before it is well again; the largest number is for
 *     ever
 */
record Behaviour(int status, int delayMs, int times) {
    /** Answers 200 at once. */
    static final Behaviour WELL = new Behaviour(200, 0, 0);

    /** Fails as an endpoint does that is away for a while. */
    static final Behaviour FAILING_THREE_TIMES = new Behaviour(503, 0, 3);

    private static final int LONGEST_DELAY_MS = 600_000;

    /**
     * Reads {@code {"status":503,"delayMs":0,"times":3}}. The defaults are 200, 0 and for ever.
     *
     * @throws Problem 400 if it is not of that form
     */
    static Behaviour parse(String json) {
        try {
            JsonNode body = CaselessJson.parse(json);
            if (!body.isObject()) {
                throw Problem.badRequest("The body is not a JSON object.");
            }
            return new Behaviour(
                    number(body, "status", 200, 200, 599),
                    number(body, "delayms", 0, 0, LONGEST_DELAY_MS),
                    number(body, "times", Integer.MAX_VALUE, 0, Integer.MAX_VALUE));
        } catch (MalformedJson e) {
            throw Problem.badRequest("The body is not JSON.", e);
        }
    }

    private static int number(JsonNode body, String name, int byDefault, int least, int most) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return byDefault;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw Problem.badRequest("%s must be from %d to %d.".formatted(name, least, most));
        }
        return value.intValue();
    }

    /** The behaviour after one more request. */
    Behaviour next() {
        return switch (times) {
            case Integer.MAX_VALUE -> this;
            case 0, 1 -> WELL;
            default -> new Behaviour(status, delayMs, times - 1);
        };
    }

    /** How the next requests are answered, as a sentence. */
    String inWords() {
        if (times == 0 || (status == WELL.status && delayMs == 0)) {
            return "Requests are answered 200 at once.";
        }
        String which =
                switch (times) {
                    case Integer.MAX_VALUE -> "Requests are";
                    case 1 -> "The next request is";
                    default -> "The next %d requests are".formatted(times);
                };
        return "%s answered %d %s."
                .formatted(which, status, delayMs == 0 ? "at once" : "after " + delayMs + " ms");
    }

    String toJson() {
        ObjectNode json = Json.object().put("status", status).put("delayMs", delayMs);
        return json.put("times", times).toString();
    }
}
