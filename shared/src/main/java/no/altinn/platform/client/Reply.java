package no.altinn.platform.client;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

/**
 * What another part of the platform answered. Immutable.
 *
 * @param call what was asked
 * @param status the HTTP status; redirects are not followed, so 3xx is possible
 * @param body the text, bounded by {@link HttpLimits#maxBytes}
 */
public record Reply(Call call, int status, String body) {

    /** Whether it is 2xx. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /**
     * The body as JSON.
     *
     * @throws Unavailable if it is none
     */
    public JsonNode json() {
        try {
            return Json.parse(body);
        } catch (MalformedJson e) {
            throw new Unavailable(call + " answered no JSON", e);
        }
    }

    /** Without the body, which may name persons. */
    @Override
    public String toString() {
        return call + " answered " + status;
    }
}
