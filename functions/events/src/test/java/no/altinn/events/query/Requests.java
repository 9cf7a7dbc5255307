package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.app.Refusals;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.seal.Seal;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Requests of readers, and how they are refused. */
final class Requests {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    private Requests() {}

    /** Cursors of a caller, all sealed with one key. */
    static CallersCursors cursors(String caller) {
        return new CallersCursors(new Seal(() -> List.of(KEY), new SecureRandom()), caller);
    }

    static Request get(String query) {
        return new Request("GET", URI.create("https://h.example/x?" + query), Map.of(), "");
    }

    static Request get(String query, String header, String value) {
        return new Request(
                "GET", URI.create("https://h.example/x?" + query), Map.of(header, value), "");
    }

    static void assertBadRequest(String detail, ThrowingCallable call) {
        Answer answer = Refusals.answer(call);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).get("detail").asText()).isEqualTo(detail);
    }
}
