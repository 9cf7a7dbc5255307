package no.altinn.events.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;

import java.util.Optional;

/**
 * What stores keep of an attempt besides its outcome. A member that says nothing is left out, as
 * earlier releases did.
 */
public final class AttemptJson {
    private static final String TRIGGER = "trigger";
    private static final String ERROR_KIND = "errorKind";
    private static final String RESPONSE = "response";

    private AttemptJson() {}

    /** Adds it to the object of an attempt, and returns the object. */
    public static ObjectNode complete(ObjectNode json, Attempt attempt) {
        if (attempt.trigger() != Trigger.SCHEDULE) {
            json.put(TRIGGER, attempt.trigger().label());
        }
        attempt.errorKind().ifPresent(kind -> json.put(ERROR_KIND, kind.label()));
        attempt.response()
                .ifPresent(
                        response ->
                                json.putObject(RESPONSE)
                                        .put("contentType", response.contentType())
                                        .put("text", response.text())
                                        .put("truncated", response.truncated()));
        return json;
    }

    /** Why the attempt was made. */
    public static Trigger trigger(JsonNode json) {
        return json.hasNonNull(TRIGGER)
                ? Trigger.of(json.path(TRIGGER).textValue())
                : Trigger.SCHEDULE;
    }

    /** How the attempt failed. */
    public static Optional<ErrorKind> errorKind(JsonNode json) {
        return Optional.ofNullable(json.path(ERROR_KIND).textValue()).flatMap(ErrorKind::of);
    }

    /** The beginning of the answer. */
    public static Optional<Excerpt> response(JsonNode json) {
        JsonNode response = json.path(RESPONSE);
        return response.isObject()
                ? Optional.of(
                        new Excerpt(
                                response.path("contentType").asText(),
                                response.path("text").asText(),
                                response.path("truncated").booleanValue()))
                : Optional.empty();
    }
}
