package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Problem;
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
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(
                        problem -> {
                            assertThat(problem.answer().status()).isEqualTo(400);
                            assertThat(Json.parse(problem.answer().body()).get("detail").asText())
                                    .isEqualTo(detail);
                        });
    }
}
