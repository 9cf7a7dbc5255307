package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.time.Duration;
import java.time.Instant;

/**
 * A login that a browser has begun at ID-porten. The browser carries it, sealed, in a cookie.
 *
 * @param state comes back with the code, and only to this browser (RFC 6749 §10.12)
 * @param nonce comes back in the ID token
 * @param verifier shows that who redeems the code has asked for it (RFC 7636)
 * @param returnUrl where the person goes at the end
 */
record LoginAttempt(
        String state, String nonce, String verifier, String returnUrl, Instant expires) {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    String write() {
        return Json.object()
                .put("s", state)
                .put("n", nonce)
                .put("v", verifier)
                .put("r", returnUrl)
                .put("e", expires.toEpochMilli())
                .toString();
    }

    /** Reads what {@link #write} has made. */
    static LoginAttempt read(String text) {
        JsonNode json = Json.parse(text);
        return new LoginAttempt(
                json.path("s").textValue(),
                json.path("n").textValue(),
                json.path("v").textValue(),
                json.path("r").textValue(),
                Instant.ofEpochMilli(json.path("e").longValue()));
    }

    /** Tells nothing: who has the verifier can redeem the code. */
    @Override
    public String toString() {
        return "LoginAttempt";
    }
}
