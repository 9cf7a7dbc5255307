package no.altinn.platform.http;

import com.fasterxml.jackson.databind.JsonNode;

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
     * @throws PlatformUnavailable if it is none
     */
    public JsonNode json() {
        try {
            return Json.parse(body);
        } catch (MalformedJson e) {
            throw new PlatformUnavailable(call + " answered no JSON", e);
        }
    }

    /** Without the body, which may name persons. */
    @Override
    public String toString() {
        return call + " answered " + status;
    }
}
