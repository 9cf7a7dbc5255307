package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.stream.Stream;

/**
 * The single requests of the reference implementation's public suites, so that its clients work
 * here unchanged. Shapes, statuses and fixed texts are those of the repository
 * Altinn/altinn-events: {@code test/k6/src}, {@code test/bruno/Events}, {@code test/Postman},
 * {@code test/Altinn.Platform.Events.Tests/TestingControllers} and {@code
 * src/Events.Functions/Clients/EventsClient.cs}; each row begins with its file. Parties, the apps
 * domain and endpoints are of this platform's test data. Where a suite replaces the policy decision
 * or the trust in issuers by its own, the token is one that this platform takes.
 */
@ExtendWith(RunningPlatform.class)
final class ReferenceRequestsTest {
    static final List<ReferenceRequest> REQUESTS =
            Stream.of(
                            "k6.json",
                            "bruno.json",
                            "postman.json",
                            "controllers-events.json",
                            "controllers-app.json",
                            "controllers-subscriptions.json",
                            "controllers-private.json")
                    .flatMap(file -> ReferenceRequest.in(file).stream())
                    .toList();

    private final Platform platform;

    ReferenceRequestsTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void aRequestOfTheReferencesSuitesIsAnsweredAsThere(ReferenceRequest request) {
        JsonNode expected = request.row();
        Reply reply = request.on(platform).send();
        assertThat(reply.status())
                .as(reply.toString())
                .isEqualTo(expected.required("status").intValue());
        if (expected.has("text")) {
            assertThat(reply.body()).isEqualTo(expected.path("text").textValue());
        }
        if (expected.has("detail")) {
            assertThat(reply.contentType()).startsWith("application/problem+json");
            assertThat(reply.json().path("detail")).isEqualTo(expected.path("detail"));
        }
        for (JsonNode part : expected.path("contains")) {
            assertThat(reply.body()).contains(part.textValue());
        }
    }
}
