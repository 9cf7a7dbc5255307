package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.app.Refusals;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.net.URI;
import java.util.Map;

/** Requests of readers, and how they are refused. */
final class Requests {
    private Requests() {}

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
