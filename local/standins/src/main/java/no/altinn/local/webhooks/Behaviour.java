package no.altinn.local.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.web.CaselessJson;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a webhook answers. Immutable.
 *
 * @param status 200 to 599
 * @param delayMs how long it waits before it answers, 0 to 600 000
 * @param times how many requests are answered so before it is well again; the largest number is for
 *     ever
 * @param said what an answer has besides its status
 */
record Behaviour(int status, int delayMs, int times, SaidAnswer said) {
    /** One whose answers say nothing. */
    Behaviour(int status, int delayMs, int times) {
        this(status, delayMs, times, SaidAnswer.NOTHING);
    }

    /** Answers 200 at once. */
    static final Behaviour WELL = new Behaviour(200, 0, 0);

    /** Fails as an endpoint does that is away for a while. */
    static final Behaviour FAILING_THREE_TIMES = new Behaviour(503, 0, 3);

    private static final int LONGEST_DELAY_MS = 600_000;
    private static final String STATUS = "status";
    private static final String DELAY = "delayMs";
    private static final String TIMES = "times";
    private static final Set<String> MEMBERS =
            Stream.of(STATUS, DELAY, TIMES, SaidAnswer.HEADERS, SaidAnswer.BODY)
                    .map(Behaviour::caseless)
                    .collect(Collectors.toSet());

    /**
     * Reads {@code {"status":503,"delayMs":0,"times":3,"headers":{"Retry-After":"5"},"body":"…"}}.
     * The defaults are 200, 0, for ever, and nothing.
     *
     * @throws Problem 400 if it is not of that form, or has another member
     */
    static Behaviour parse(String json) {
        try {
            JsonNode body = CaselessJson.parse(json);
            if (!body.isObject()) {
                throw Problem.badRequest("The body is not a JSON object.");
            }
            checkMembers(body);
            return new Behaviour(
                    number(body, STATUS, 200, 200, 599),
                    number(body, DELAY, 0, 0, LONGEST_DELAY_MS),
                    number(body, TIMES, Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
                    SaidAnswer.of(body));
        } catch (MalformedJson e) {
            throw Problem.badRequest("The body is not JSON.", e);
        }
    }

    private static void checkMembers(JsonNode body) {
        if (!body.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()))) {
            throw Problem.badRequest(
                    "The body has an unknown member. The members are %s, %s, %s, %s and %s."
                            .formatted(STATUS, DELAY, TIMES, SaidAnswer.HEADERS, SaidAnswer.BODY));
        }
    }

    private static String caseless(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int number(JsonNode body, String name, int byDefault, int least, int most) {
        JsonNode value = body.path(caseless(name));
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
            default -> new Behaviour(status, delayMs, times - 1, said);
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

    /** How the next requests are answered; without {@code times} all are, until it is changed. */
    String toJson() {
        Behaviour next = times == 0 ? WELL : this;
        ObjectNode json = Json.object().put(STATUS, next.status).put(DELAY, next.delayMs);
        if (times > 0 && times < Integer.MAX_VALUE) {
            json.put(TIMES, times);
        }
        next.said.addTo(json);
        return json.toString();
    }
}
